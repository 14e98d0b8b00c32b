// What the scripts of the pages of tables leave for each other in the window.

/** A sheet of the table's workbook: macros/tables/selection.py. */
interface SheetData<Row> {
  title: string;
  widths: number[];
  head: string[];
  rows: Row[];
}
/** The script of a table's data: the strip, the answers in pieces, every cell with its quotes; and where they are from. */
declare var comparison: {
  columns: string[];
  rows: string[];
  sheets: [SheetData<(string | number)[]>, SheetData<string[][]>, SheetData<string[]>];
  about: SheetData<[name: string, said: string]>;
  place: string;
  dated: string;
};
/** The script of the library that writes XLSX, as wasm_checker/build/bundles/classic/ makes it. */
declare var writeXlsx: (sheets: object[], options: object) => Promise<Blob>;

/** A row of a comparison; `codes` as macros/compare/tones.py has them; `cells` as they came, whatever stands first now. */
interface ComparedRow {
  row: HTMLTableRowElement;
  id: string;
  status: string[];
  codes: string[];
  cells: HTMLTableCellElement[];
}
/** macros/compare/columns.js. `set`: shows those columns, the document's own first. */
declare var comparedColumns: (table: HTMLTableElement) => {
  ids: string[];
  documents: string[];
  rows: ComparedRow[];
  set: (cols: string[], mine: string) => void;
};

/** macros/compare/place.js: a document's name; "" forgets it. */
declare var keptPlace: { can: boolean; read(): string | null; write(place: string): void };

/** An instrument's provisions: anchor, place, and the words as they are read and, if they differ, as they are printed. */
interface InstrumentTexts {
  id: string;
  short: string;
  marks: string[];
  provisions: [anchor: string, place: string, ...versions: string[]][];
}
declare var provisionTexts: InstrumentTexts[];

declare module "*/writeXlsxFileUniversal.js" {
  export const generateXlsxFileSync: typeof writeXlsx;
}
