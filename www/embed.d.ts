// Types of the element and its events. Importing "ai-build-vs-buy/element" defines it.

import type { CompleteScenario, Problem, Report, Scenario } from "./page.js";

/** `<ai-build-vs-buy preset view theme loading>` */
export interface AiBuildVsBuyElement extends HTMLElement {
  /** The last valid scenario; setting one shows it. */
  get scenario(): CompleteScenario | undefined;
  set scenario(scenario: Scenario);
  /** The report of that scenario. */
  readonly report: Report | undefined;
}

/** The tag's attributes and events for typed templates; docs/embed/npm.md shows them in React. */
export interface AiBuildVsBuyAttributes {
  preset?: string;
  /** JSON; a framework that sets properties may give the object. */
  scenario?: string | Scenario;
  src?: string;
  view?: "full" | "chart";
  theme?: "auto" | "light" | "dark";
  currency?: string;
  locked?: boolean;
  group?: string;
  loading?: "eager";
  "onai-build-vs-buy:ready"?: (event: CustomEvent<{ view: string }>) => void;
  "onai-build-vs-buy:report"?: (event: CustomEvent<Report>) => void;
  "onai-build-vs-buy:error"?: (event: CustomEvent<{ type: string; message: string; problems?: Problem[] }>) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ai-build-vs-buy": AiBuildVsBuyElement;
  }
  interface HTMLElementEventMap {
    "ai-build-vs-buy:ready": CustomEvent<{ view: string }>;
    "ai-build-vs-buy:report": CustomEvent<Report>;
    "ai-build-vs-buy:error": CustomEvent<{ type: string; message: string; problems?: Problem[] }>;
  }
}
