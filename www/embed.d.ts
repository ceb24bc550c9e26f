// Types of the elements and their events. Importing "ai-build-vs-buy/element" defines them.

import type { CompleteScenario, Problem, Report, Scenario, View } from "./page.js";

/** `<ai-build-vs-buy>`: each attribute is a property, too; `null` takes it away. */
export interface AiBuildVsBuyElement extends HTMLElement {
  /** The last valid scenario; setting one shows it. */
  get scenario(): CompleteScenario | undefined;
  set scenario(scenario: Scenario | string);
  /** The report of that scenario. */
  readonly report: Report | undefined;
  preset: string | null;
  src: string | null;
  view: View | null;
  theme: "auto" | "light" | "dark" | null;
  locale: string | null;
  currency: string | null;
  locked: boolean;
  group: string | null;
  page: string | null;
  loading: "eager" | null;
}

/** What the two elements within sentences have in common. */
interface AiBuildVsBuyProseElement extends HTMLElement {
  group: string | null;
  preset: string | null;
  locale: string | null;
  loading: "eager" | null;
}

/** `<ai-build-vs-buy-input>`: a number of the scenario that readers drag, step or type. */
export interface AiBuildVsBuyInputElement extends AiBuildVsBuyProseElement {
  field: string | null;
  label: string | null;
}

/** `<ai-build-vs-buy-value>`: a result. */
export interface AiBuildVsBuyValueElement extends AiBuildVsBuyProseElement {
  path: string | null;
}

/** The tag's attributes and events for typed templates; docs/embed/npm.md shows them in React. */
export interface AiBuildVsBuyAttributes {
  preset?: string;
  /** JSON; a framework that sets properties may give the object. */
  scenario?: string | Scenario;
  src?: string;
  view?: View;
  theme?: "auto" | "light" | "dark";
  locale?: string;
  currency?: string;
  locked?: boolean;
  group?: string;
  page?: string;
  loading?: "eager";
  "onai-build-vs-buy:ready"?: (event: CustomEvent<{ view: View }>) => void;
  "onai-build-vs-buy:report"?: (event: CustomEvent<Report>) => void;
  "onai-build-vs-buy:error"?: (event: CustomEvent<{ type: string; message: string; problems?: Problem[] }>) => void;
}

/** The events, which bubble up to the document. */
export interface AiBuildVsBuyEventMap {
  "ai-build-vs-buy:ready": CustomEvent<{ view: View }>;
  "ai-build-vs-buy:report": CustomEvent<Report>;
  "ai-build-vs-buy:error": CustomEvent<{ type: string; message: string; problems?: Problem[] }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "ai-build-vs-buy": AiBuildVsBuyElement;
    "ai-build-vs-buy-input": AiBuildVsBuyInputElement;
    "ai-build-vs-buy-value": AiBuildVsBuyValueElement;
  }
  interface HTMLElementEventMap extends AiBuildVsBuyEventMap {}
  interface DocumentEventMap extends AiBuildVsBuyEventMap {}
}
