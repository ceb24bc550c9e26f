import "ai-build-vs-buy/element";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Article() {
  const [volume, setVolume] = useState<number>();
  return (
    <>
      <h1>An app</h1>
      <ai-build-vs-buy
        preset="legal-tech"
        view="chart"
        onai-build-vs-buy:report={(event) => setVolume(event.detail.cost.atVolume?.volume)}
      />
      <p id="told">{volume}</p>
    </>
  );
}

createRoot(document.getElementById("app")!).render(<Article />);
