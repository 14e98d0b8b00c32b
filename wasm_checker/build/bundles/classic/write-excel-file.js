// What the export of a table's chosen part needs of the library that writes XLSX. It compresses at once: for larger files the library's
// usual way is a worker made from a blob, which `default-src 'self'` forbids. Its package names no such way, hence the path.
import { generateXlsxFileSync } from "../../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";

/** Promises the workbook as a Blob. */
globalThis.writeXlsx = (sheets, options) => generateXlsxFileSync(sheets, options);
