// What the export of a table's chosen part needs of the library that writes DOCX; with the styles of the files made at the build, so that
// both look alike.
import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
} from "docx";
import fonts from "../../../../macros/tables/word/word/fontTable.xml";
import styles from "../../../../macros/tables/word/word/styles.xml";
import { SCRIPTS } from "../../../browser/papers/theme-scripts.js";

globalThis.wordWriter = {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  SCRIPTS,
  fonts,
  styles,
};
