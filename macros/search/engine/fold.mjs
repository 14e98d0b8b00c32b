// How texts and queries are made alike before they are compared: width, case, white space, brackets, and numbers (七 and 7).

const DIGITS = "零一二三四五六七八九";
const NUMBER = /[〇零一二两三四五六七八九十百]+/g;
const WHOLE = /^(([一二三四五六七八九])?百)?零?(([一二三四五六七八九])?十)?([一二三四五六七八九])?$/;
/** @type {Record<string, string>} */
const MORE = { 十: "10", 百: "100" };
const DROPPED = /[\s()《》〈〉“”"'‘’「」[\]{}【】<>〔〕]/u;

/** @type {(numeral: string) => string} 十二 → 12, 一百零二 → 102; what is no number is spelt digit by digit. */
const digits = (numeral) => {
  const plain = numeral.replace(/〇/g, "零").replace(/两/g, "二");
  const value = (/** @type {string | undefined} */ char) => (char ? DIGITS.indexOf(char) : 1);
  const parts = WHOLE.exec(plain);
  if (!parts || !plain) return [...plain].map((char) => MORE[char] ?? DIGITS.indexOf(char)).join("");
  const [, hundred, hundreds, ten, tens, ones] = parts;
  return String((hundred ? 100 * value(hundreds) : 0) + (ten ? 10 * value(tens) : 0) + (ones ? value(ones) : 0));
};

/** @type {(text: string) => { text: string, at: number[] }} `at`: for each character left, where it stood; and the length, last. */
export const fold = (text) => {
  /** @type {string[]} */
  const chars = [];
  /** @type {number[]} */
  const at = [];
  let index = 0;
  for (const char of text) {
    for (const one of char.normalize("NFKC").toLowerCase()) {
      if (!DROPPED.test(one)) {
        chars.push(one);
        at.push(index);
      }
    }
    index += char.length;
  }
  /** @type {string[]} */
  const out = [];
  /** @type {number[]} */
  const places = [];
  let last = 0;
  const keep = (/** @type {number} */ end) => {
    for (; last < end; last += 1) {
      out.push(chars[last]);
      places.push(at[last]);
    }
  };
  for (const found of chars.join("").matchAll(NUMBER)) {
    keep(found.index);
    for (const digit of digits(found[0])) {
      out.push(digit);
      places.push(at[last]);
    }
    last += found[0].length;
  }
  keep(chars.length);
  return { text: out.join(""), at: [...places, text.length] };
};

const DIGIT = /\d/;
const HAN = /[一-鿿]/;

/** @type {(whole: string, part: string) => number[]} Where the part begins; 5天 does not stand in 15天. Both are folded. */
export const starts = (whole, part) => {
  const found = [];
  for (let from = whole.indexOf(part); part && from >= 0; from = whole.indexOf(part, from + part.length)) {
    const before = DIGIT.test(part[0]) && DIGIT.test(whole[from - 1] ?? "");
    const behind = DIGIT.test(part[part.length - 1]) && DIGIT.test(whole[from + part.length] ?? "");
    if (!before && !behind) found.push(from);
  }
  return found;
};

/** @type {(text: string) => string[]} The pairs of neighbouring characters, and words of one. For texts that are folded. */
export const pairs = (text) => {
  const found = [];
  for (const run of text.match(/\d+|[a-z]+|[一-鿿]+/g) ?? []) {
    if (run.length === 1 || !HAN.test(run)) found.push(run);
    else for (let index = 0; index + 1 < run.length; index += 1) found.push(run.slice(index, index + 2));
  }
  for (const mixed of text.match(/\d+[一-鿿]|[一-鿿]\d+/g) ?? []) found.push(mixed);
  return found;
};
