/** `"api" | "fineTune" | "custom"`, from outsourced to owned. */
export type Approach = "api" | "fineTune" | "custom";
/** Whatever has a cost curve. */
export type OptionId = Approach | "openModel" | "ally";
/** What is wrong with one field. */
export interface Problem { field: string; problem: string; message: string; min?: number; max?: number }
/** Thrown by functions that can fail. */
export interface InvalidInput extends Error { code: "invalidScenario" | "invalidOptions"; problems: Problem[] }
/** A scenario, as far as it is known; `null` or missing is unknown or not counted, never zero. */
export interface Scenario {
  schema?: 1;
  title?: string | null;
  labels?: { currency?: string; unit?: string };
  decision?: { [field: string]: unknown };
  volume?: { perMonth?: number | null; growthPerMonth?: number | null };
  options?: { [option in OptionId]?: CostStructure | null };
  range?: { maxVolume?: number | null };
  time?: { [field: string]: unknown } | null;
  uncertainty?: { [field: string]: unknown } | null;
}
/** What an option costs. */
export interface CostStructure {
  price?: { kind: "perUnit" | "tokens" | "tiers"; [field: string]: unknown } | null;
  hosting?: { kind: "flat" | "replicas" | "perUnit" | "mixed"; [field: string]: unknown } | null;
  staff?: { fte?: number | null; costPerMonth?: number | null } | null;
  monthly?: { [name: string]: number | null };
  oneOff?: { [name: string]: number | null };
  failedRunMultiplier?: number | null;
  amortisationMonths?: number | null;
  retraining?: { cost?: number | null; everyMonths?: number | null } | null;
  priceChangePerMonth?: number | null;
  monthsToValue?: number | null;
}
/** A scenario with every field. */
export type CompleteScenario = Required<Scenario>;
/** Where to start or end up; `null` while unknown answers leave several possible. */
export interface Position { approach: Approach | null; variant: string | null; possible: Approach[]; limitedBy: string[] }
/** What one option costs at the reader's volume. */
export interface OptionCost {
  total: number; perUnit: number | null; utilisation: number | null; aboveCheapest: number;
  lines: { line: string; amount: number }[]; notCounted: string[];
}
/** Everything about one pair of options. */
export interface Pair {
  a: OptionId; b: OptionId; verdict: "crosses" | "aAlways" | "bAlways" | "tieAlways";
  intervals: { from: number; to: number; cheaper: "a" | "b" | "tie" }[];
  crossings: { volume: number; cost: number; kind: "equal" | "jump" }[];
  touches: number[]; beyondRange: number | null; reason: string | null;
}
/** What the engine says about a scenario. */
export interface Report {
  schema: 1;
  decision: {
    gate: "N1" | "N2" | "N3" | null;
    tree: { leaf: string | null; approach: Approach | null; variant: string | null; possibleLeaves: string[];
            path: { rule: string; answer: "yes" | "no" | "unknown"; from: "given" | "implied" | "unknown" }[] };
    now: Position; destination: Position;
    tensions: { id: string; severity: "blocker" | "tension" | "gap" | "note"; rules: string[] }[];
    against: string[];
    [part: string]: unknown;
  };
  cost: {
    atVolume: { volume: number; options: { [option in OptionId]?: OptionCost }; cheapest: OptionId[]; closeCall: boolean } | null;
    pairs: Pair[];
    envelope: { from: number; to: number; cheapest: OptionId[] }[];
    ties: { field: string; value: number | null; between: [OptionId, OptionId]; wins: "below" | "above" | null;
            always: OptionId | null }[];
    [part: string]: unknown;
  };
  notEvaluated: string[];
}
/** A ready-made scenario. */
export interface Preset { id: string; name: string; summary: string; scenario: CompleteScenario }
/** Options of a widget. */
export interface WidgetOptions { preset?: string | null; scenario?: Scenario | string | null; view?: "full" | "chart" | null }
