import { useState } from "react";
import { createRoot } from "react-dom/client";

function Article() {
  const [cost, setCost] = useState();
  return (
    <>
      <h1>An app</h1>
      <ai-build-vs-buy preset="legal-tech" view="chart" onai-build-vs-buy:report={(event) => setCost(event.detail.cost)}>
        This chart needs JavaScript and WebAssembly.
      </ai-build-vs-buy>
      <p id="told">{cost?.atVolume.volume}</p>
    </>
  );
}

createRoot(document.getElementById("app")).render(<Article />);
