// The DOCX library's theme names a font for each of these scripts, which WPS then reports as missing, though no text is in them. Who makes
// a document names one that is there.
export const SCRIPTS =
  "Jpan Hang Hans Hant Arab Hebr Thai Ethi Beng Gujr Khmr Knda Guru Cans Cher Yiii Tibt Thaa Deva Telu Taml Syrc Orya Mlym Laoo Sinh Mong Viet Uigh Geor Armn Bugi Bopo Java Lisu Mymr Nkoo Olck Osma Phag Syrn Syrj Syre Sora Tale Talu Tfng".split(
    " ",
  );
