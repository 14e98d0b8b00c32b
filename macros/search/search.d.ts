// The data of the search, macros/search/search_data.py, and what is found in it.

type SearchLead = [typed: string[], texts: string[], rows: number[], provisions: number[], silent: 0 | 1];

interface SearchData {
  documents: string; // 五
  instruments: {
    id: string;
    short: string;
    plain: string;
    title: string;
    marks: string[];
    document: string;
    names: string[];
    leads: boolean;
    draft: boolean;
  }[];
  provisions: [instrument: number, anchor: string, place: string, ...versions: string[]][];
  rows: [id: string, group: string, title: string, asks: string, briefs: string[], cited: number[]][];
  asked: [id: string, ask: string, also: string[], rows: number[], note: string][];
  words: [id: string, term: string, variants: string[], meaning: string][];
  pages: [address: string, title: string, said: string][];
  ignored: string[];
  leads: SearchLead[];
}
declare var searchData: SearchData;

/** A piece of a query, folded; `lead`: the entry of the thesaurus that knows it; `parts` of the article that it names. */
interface Unit {
  text: string;
  lead?: SearchLead;
  parts?: string[];
}
/** `runs`: what was typed between spaces; `from`: the instruments that it names; `leads`: how much of it each is; `units` are without their names. */
interface Query {
  runs: string[];
  units: Unit[];
  part: boolean; // some of what was typed is in no unit
  leads: Map<SearchLead, number>;
  places: string[]; // as they were typed
  from: number[];
}
interface Ranked {
  at: number;
  score: number;
}
/** `kind`: all that was typed stands there; or it does in the texts' own words; or the answers of the first row rest on it; or some of it. `words`, folded, are what stands there. */
interface FoundProvision extends Ranked {
  kind: "typed" | "said" | "cited" | "near";
  words: string[];
}
/** `asked`: the question as people ask it, where that is nearer to the query than the row's own. */
interface FoundRow extends Ranked {
  asked: number | null;
}
interface Found {
  query: Query;
  instruments: number[]; // where nothing but places is typed, their instruments
  rows: FoundRow[];
  provisions: FoundProvision[];
  words: number[];
  pages: number[];
  silent: string[];
  unwritten: string[];
}

/** macros/search/search.js. Shows in `out` what is typed into `input`; gives back a function that seeks at once. */
declare var siteSearch: (
  input: HTMLInputElement,
  out: HTMLElement,
  site: { root: string; page: string },
) => () => Found | null;
