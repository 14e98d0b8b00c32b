// What yours/shapes.py says of the JSON that the worker answers.

export interface Element {
  id: string;
  kind: string;
  label: string | null;
  text: string;
}
export interface Read {
  title: string;
  elements: Element[];
  doubts: { kind: string; line: number; said: string; id: string }[];
  left_out: string[];
  lost: string;
}
export interface Theirs {
  slug: string;
  instrument: string;
  provision: string;
  citation: string;
  place: string;
  page: string;
}
export interface Twin extends Theirs {
  text: string;
  identical: boolean;
  letters: number;
  passages: { whole: boolean; segments: { same: boolean; yours: string; theirs: string }[] }[];
}
export interface Spoken {
  id: string;
  title: string;
  role: Role;
  quote: string;
  why: { cue?: string; like?: Theirs; likeness?: number };
}
export type Role = "circumstance" | "condition" | "exclusion";
export interface Provision {
  id: string;
  place: string;
  text: string;
  twins: Twin[];
  speaks: Spoken[];
}
export interface Quote {
  provision: string;
  place: string;
  quote: string;
}
export interface Circumstance {
  id: string;
  title: string;
  role: Role;
  yours: Quote[];
  said: string;
  theirs: Record<string, (Theirs & { quote: string; aside: boolean })[]>;
  missing: boolean;
}
export interface Dimension {
  id: string;
  group: string;
  title: string;
  asks: string;
  yours: Quote[];
  said: string;
  theirs: Record<string, { brief: string; status: string; page: string }>;
}
export interface Named {
  name: string;
  marks: string[];
  in_force: boolean;
}
export interface Column extends Named {
  slug: string;
  title: string;
}
export interface Result {
  mark: string;
  title: string;
  roles: Record<Role, string>;
  columns: Column[];
  instruments: Record<string, Named>;
  provisions: Provision[];
  circumstances: Circumstance[];
  dimensions: Dimension[];
  modals: { id: string; title: string; yours: Quote[]; theirs: Record<string, number> }[];
  figures: {
    provisions: number;
    with_twins: number;
    found: Record<Role, number>;
    missing: Record<Role, number>;
    dimensions: number;
    dimensions_found: number;
  };
  notes: string[];
}
export interface Sheet {
  title: string;
  widths: number[];
  head: string[];
  rows: string[][];
}
export interface Book {
  title: string;
  mark: string;
  file: string;
  notes: string[];
  sheets: Sheet[];
}
