// What the walk's functions take and give. `Version`: a rule, or another reading of it; `Tree`: a node, or what says how it is made.
declare namespace Judging {
  type Published = Data.DiagramsFile | import("./read-answers.js").Published;
  type Answers = import("./read-answers.js").Answers;
  type Known = Pick<Answers, "known" | "organ" | "within">;
  type Version = Pick<Data.RuleData, "scope" | "timing" | "merits" | "outcomes"> & { aggravating: Tree[] }; // of a rule
  type Stored = { nodes: number[]; starts: number[]; level: number[] };
  type Settled = { verdict?: string; trees: Tree[]; failed?: boolean };
  type Judged = { verdict: string; trees: Tree[]; failed?: boolean; missing: number[]; organ: number[] };
  type Branch = Partial<Data.Branch & Data.ClauseRef> & { node: number };
  type Tree = number | Branch;
  type Open = ReturnType<ReturnType<typeof import("./diagram.js").diagram>["quantified"]>;
  type Looked = ReturnType<typeof import("./diagram.js").diagram> & {
    state: (tree: Tree) => number;
    support: (tree: Tree) => number[];
    open?: Open;
  };

  type LookFn = (rule: Data.RuleData, answers: Known) => Looked;
  type SettledFn = (version: Version, looked: Pick<Looked, "state">) => Settled;
  type DisputedFn = (version: Version, rule: Data.RuleData, answers: Answers, verdict?: string) => Pair[];
  type HangingFn = (
    version: Version,
    looked: Looked,
    answers: Answers,
  ) => { hangs: () => boolean; needed: () => number[] };
  type JudgedFn = (version: Version, rule: Data.RuleData, looked: Looked, answers: Answers) => Judged;
  type ExplainingFn = (version: Version, looked: Looked) => Tree[];
  type VerdictOfFn = (version: Version, rule: Data.RuleData, looked: Looked, answers: Answers) => string;
  type BlamedFn = (rule: Data.RuleData, state: Looked["state"], tree: Branch) => Partial<Data.ClauseData>[];
  type OtherReadingsFn = (
    rule: Data.RuleData,
    looked: Looked,
    answers: Answers,
    adopted: string,
  ) => Data.ReadingVerdict[];
  type OpenReadingsFn = (
    rule: Data.RuleData,
    looked: Looked,
    answers: Answers,
    adopted: string,
    raw: Facts,
  ) => Data.OpenReading[];
  type FirstToAskFn = (
    rule: Data.RuleData,
    other: Version,
    answers: Answers,
    missing: number[],
    adopted: string,
    raw: Facts,
  ) => Pick<Data.OpenReading, "fact" | "value" | "verdict">;
  type ValueAtFn = (fact: Data.FactData, at: number) => FactValue;
  type AssessmentFn = (rule: Data.RuleData, answers: Answers, raw: Facts) => Data.Assessment;
}
