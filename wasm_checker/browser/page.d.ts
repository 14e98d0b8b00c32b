// What the page's scripts say to each other. The shapes of the data are in the namespace `Data`, which `make lint` draws from the models
// of wasm_checker/content/shapes.py into .cache/types/.

type FactValue = boolean | number | string;
type Facts = Record<string, FactValue>;
/** Two facts whose answers do not agree. */
type Pair = [string, string];
type Verdicts = Record<string, Data.Assessment>;

/** An answer of the rule core, or why there is none. */
type OrRefused<T> = (T & { error?: undefined }) | (Data.Refused & { [K in keyof T]?: undefined });
type Answer = OrRefused<Data.Assessed>;
/** `calendar`: the days that it counts by. */
type Walk = ((facts: Facts) => Answer) & { calendar: Data.CalendarData };
type Last = OrRefused<Data.LastDay>;

/** The methods of the core's service. */
interface Service {
  assess(facts: Facts): Answer;
  explain(facts: Facts, rule: string): OrRefused<Data.Explanation>;
  deadlines(start: string, today: string): OrRefused<{ deadlines: Record<string, Last> }>;
  ics(
    limit: string,
    start: string,
    today: string,
    title: string,
    stamp: string,
    remark: string,
  ): OrRefused<{ ics: string }>;
}
type Method = keyof Service;
type Call = <M extends Method>(method: M, ...args: Parameters<Service[M]>) => Promise<ReturnType<Service[M]>>;
/** The same, null while the core is not ready or where it refuses. */
type Ask = <M extends Method>(method: M, ...args: Parameters<Service[M]>) => Promise<ReturnType<Service[M]> | null>;

/** A case as it is saved and handed on. `choices`: those that the facts alone would not bring back. */
interface Case {
  facts: Facts;
  choices: Record<string, string>;
  place: string;
  further: string[];
}
/** A case as it was read; one of old does not name everything. */
type ReadCase = Pick<Case, "facts" | "place"> & Partial<Case>;
type NotedCase = ReadCase & { notes: string[]; older?: Older; written?: Record<string, string> };
/** Of a case that another version of the data has judged: the day it was saved, and the verdicts by rule, if it says so. */
interface Older {
  saved?: string;
  judged?: Record<string, string>;
}
/** A line of what is told. */
type Line = string | HTMLElement | null | undefined;

/** The case, and what has been judged of it. */
interface CaseState extends Case {
  verdicts: Verdicts;
  contradictions: Pair[];
  unwritten: string[];
  error: string;
  rules: Data.RuleWords[];
}

/** What the next steps are drawn from: see `nextSteps`. */
interface StepsOptions {
  words: Data.Words;
  facts: Facts;
  verdicts: Verdicts;
  today: string;
  ask?: Ask;
  root?: string | null;
  contradictions?: Pair[];
  deadlines?: Record<string, Last>;
  rules?: Data.RuleWords[];
  counts?: boolean;
  bound?: boolean;
  notYet?: boolean;
}
type StepsView = StepsOptions & Required<Pick<StepsOptions, "root" | "counts" | "contradictions" | "bound">>;
/** A limit, and what of it is known for this case. */
type DatedLimit = Data.LimitWords & { ask?: string; start?: string; found?: Last };
interface Step {
  rule: Data.RuleWords;
  after: Data.StepsWords;
  limits: DatedLimit[];
  papers: (Data.FactWords & { fact: string })[];
  offers: Set<"draft" | "date" | "addressee">;
  why?: string;
}

/** What is laid out as a DOCX: level 0 is a paragraph, 1 is 一、, 2 is （一）, in whose paragraph `rest` follows. */
interface Content {
  note?: string;
  title: string;
  to?: string;
  body: { level: number; text: string; rest?: string }[];
  attachments?: string[];
  signature?: string[];
  /** On a page of its own. */
  annex?: { title: string; items: string[] };
}

declare module "*/first.json" {
  const text: string;
  export default text;
}
// Laid beside the scripts by the build, from wasm_checker/build/bundles/.
declare module "*/docx.js" {
  export * from "docx";
}
declare module "*/qr.js" {
  export * from "uqr";
}

interface Array<T> {
  /** An empty array is joined with lists of whatever kind. */
  concat<U>(this: never[], ...lists: (U | U[])[]): U[];
}
