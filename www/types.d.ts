// Types of the JavaScript interface. What follows in the namespaces is generated from the JSON Schemas.

/** A scenario, as far as it is known; `null` or missing is unknown or not counted, never zero. */
export type Scenario = Input.Scenario;
/** A scenario with every field. */
export type CompleteScenario = Complete.Scenario;
/** What the engine says about a scenario. */
export type Report = Output.Report;
/** `"api" | "fineTune" | "custom"`, from outsourced to owned. */
export type Approach = "api" | "fineTune" | "custom";
/** Whatever has a cost curve. */
export type OptionId = Approach | "openModel" | "ally";
/** What is wrong with one field. */
export interface Problem { field: string; problem: string; message: string; min?: number; max?: number }
/** Thrown by functions that can fail. */
export interface InvalidInput extends Error { code: "invalidScenario" | "invalidOptions"; problems: Problem[] }
/** A ready-made scenario. */
export interface Preset { id: string; name: string; summary: string; scenario: CompleteScenario }
/** How much a widget shows. */
export type View = "full" | "decision" | "cost" | "chart" | "tree" | "compare";
/** Options of a widget; `locale` holds examples of how people write, see `withNumber`. */
export interface WidgetOptions { preset?: string | null; scenario?: Scenario | string | null; view?: View | null; locale?: string | null; currency?: string | null; locked?: boolean | null; page?: string | null }
/** Kinds of document: a one-page memo and a decision record (MADR 4.0) in Markdown, costs as CSV, a calendar file. */
export type MemoFormat = "markdown" | "madr" | "csv" | "calendar";
/** How the chart is drawn; sizes in CSS pixels. */
export interface ChartOptions { width?: number; height?: number; theme?: "light" | "dark" }
