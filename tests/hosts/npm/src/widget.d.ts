import type { AiBuildVsBuyAttributes } from "ai-build-vs-buy/element";
import type { HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ai-build-vs-buy": HTMLAttributes<HTMLElement> & AiBuildVsBuyAttributes;
    }
  }
}
