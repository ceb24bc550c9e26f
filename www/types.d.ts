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
  time?: Time | null;
  uncertainty?: { [field: string]: unknown } | null;
}
/** What an option costs. */
export interface CostStructure {
  price?: { kind: "perUnit" | "tokens" | "tiers"; [field: string]: unknown } | null;
  hosting?: { kind: "flat" | "replicas" | "perUnit" | "mixed"; [field: string]: unknown } | null;
  staff?: { fte?: number | null; costPerMonth?: number | null } | null;
  monthly?: { [name: string]: number | null };
  oneOff?: { [name: string]: number | null };
  amortisationMonths?: number | null;
  priceChangePerMonth?: number | null;
  monthsToValue?: number | null;
}
/** The view over time. */
export interface Time {
  horizonMonths?: number | null; discountRatePerYear?: number | null;
  migrationCost?: number | null; dualRunningMonths?: number | null; costOfDelayPerMonth?: number | null;
  /** Spent before the start: shown, and in no figure. */
  alreadySpent?: { [option in OptionId]?: number | null };
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
/** A number that was used; `given: false` where it stands in for a blank. */
export interface Assumed { value: number; given: boolean }
/** What one option takes in cash; the first value of `cumulative` is month 0. */
export interface OptionCash {
  upfront: number; delay: number | null; monthly: number[]; cumulative: number[]; total: number; npv: number;
  alreadySpent: number | null;
}
/** Why something does not happen within the horizon. */
export type Never = "neverCheaper" | "savesTooLittle";
/** When moving from a running option to another costs least; `month: null`: not to move. */
export interface Migration {
  from: OptionId; to: OptionId; month: number | null; least: number; atOnce: number; never: number; reason: Never | null;
}
/** Two options over time; a month that is `null` lies not within the horizon. */
export interface TimePair {
  a: OptionId; b: OptionId;
  runRate: { atStart: "a" | "b" | "tie"; month: number | null; then: "a" | "b" | "tie" | null; changes: number;
             exact: number | null; beyondHorizon: number | null };
  payback: { investment: OptionId; over: OptionId; extraUpfront: number; month: number | null; staysFrom: number | null;
             exact: number | null; reason: Never | null; beyondHorizon: number | null };
  migration: Migration; migrationBack: Migration;
}
/** The options month by month, in cash: nothing is spread. */
export interface TimeView {
  basis: { horizonMonths: Assumed; growthPerMonth: Assumed; discountRatePerYear: Assumed; discountRatePerMonth: number;
           priceChangePerMonth: { [option in OptionId]?: Assumed }; migrationCost: Assumed; dualRunningMonths: Assumed;
           costOfDelayPerMonth: number | null };
  options: { [option in OptionId]?: OptionCash };
  leastTotal: OptionId[]; leastNpv: OptionId[]; discountingReverses: boolean;
  pairs: TimePair[];
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
    ties: { field: string; value: number | null; between: [OptionId, OptionId]; always: OptionId | null }[];
    time: TimeView | null;
    [part: string]: unknown;
  };
  notEvaluated: string[];
}
/** A ready-made scenario. */
export interface Preset { id: string; name: string; summary: string; scenario: CompleteScenario }
/** Options of a widget. */
export interface WidgetOptions { preset?: string | null; scenario?: Scenario | string | null; view?: "full" | "chart" | null }
