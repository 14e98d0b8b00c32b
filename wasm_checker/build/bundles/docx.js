// What the drafts need of the library that writes DOCX.
export { AlignmentType, Document, Footer, Header, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from "docx";
