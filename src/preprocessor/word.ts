/**
 * Words in a text, and what they are replaced by: defines, parameters of macros. In flow text and what a target takes for a
 * character of a word, out flows text.
 */
const DIGIT_9 = 0x39;
const HASH = 0x23;
const DOLLAR = 0x24;

/** By character code: whether it is a letter, a digit or `_`. */
const WORD_CHARACTERS: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)),
);

/** Letters, digits and `_`. */
export function isWordCharacter(code: number): boolean {
  return WORD_CHARACTERS[code] === true;
}

/**
 * `text` with words replaced, each with a `#` that stands in front of it. `replace` gives undefined for what stays; `start` is
 * where the word stands. Every statement comes by here at least twice: so by hand, and without a copy where nothing is replaced.
 */
export function replaceWords(
  text: string,
  isPart: (code: number) => boolean,
  replace: (word: string, start: number) => string | undefined,
): string {
  let result = '';
  let copied = 0;
  for (let index = 0; index < text.length; index++) {
    if (!isPart(text.charCodeAt(index))) continue;
    const start = index > 0 && text.charCodeAt(index - 1) === HASH ? index - 1 : index;
    // What begins with a digit is no name.
    const isName = text.charCodeAt(index) > DIGIT_9 || text.charCodeAt(index) === DOLLAR;
    while (index < text.length && isPart(text.charCodeAt(index))) index++;
    if (!isName) continue;
    const value = replace(text.slice(start, index), start);
    if (value === undefined) continue;
    result += text.slice(copied, start) + value;
    copied = index;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
