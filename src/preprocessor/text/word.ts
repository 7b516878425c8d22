/**
 * Words in a text, and what they are replaced by: defines, parameters of macros. In flow text and what a target takes for a
 * character of a word, out flows text.
 */
const DIGIT_9 = 0x39;
const HASH = 0x23;
const DOLLAR = 0x24;

/** Which characters words are made of. */
export interface WordCharacters {
  /** By code, below 128: 1 if it is one. */
  readonly ascii: Uint8Array;
  /** Of a code from 128 on. */
  readonly isBeyondAscii: (code: number) => boolean;
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';

function asciiTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

/** Letters, digits and `_`. */
export const WORDS: WordCharacters = { ascii: asciiTable(ALPHANUMERIC), isBeyondAscii: () => false };

const BEYOND_ASCII = /[\p{ID_Continue}\p{Cs}]/u;

/** What JavaScript takes for a part of a word: a define `foo` is not part of `$foo` or `fooß`. */
export const JAVASCRIPT_WORDS: WordCharacters = {
  ascii: asciiTable(`${ALPHANUMERIC}$`),
  isBeyondAscii: code => BEYOND_ASCII.test(String.fromCharCode(code)),
};

/** Index of the first character from `start` on that is no part of a word. */
function endOfWord(text: string, start: number, { ascii, isBeyondAscii }: WordCharacters): number {
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Spelled out: every statement's characters come by here, most often before there is optimised code.
    if (code < 128 ? ascii[code] !== 1 : !isBeyondAscii(code)) break;
  }
  return index;
}

/**
 * `text` with words replaced, each with a `#` that stands in front of it. `replace` gives undefined for what stays; `start` is
 * where the word stands. By hand, and without a copy where nothing is replaced.
 */
export function replaceWords(
  text: string,
  characters: WordCharacters,
  replace: (word: string, start: number) => string | undefined,
): string {
  const { ascii, isBeyondAscii } = characters;
  let result = '';
  let copied = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128 ? ascii[code] !== 1 : !isBeyondAscii(code)) continue;
    const start = index > 0 && text.charCodeAt(index - 1) === HASH ? index - 1 : index;
    index = endOfWord(text, index, characters);
    // What begins with a digit is no name.
    if (code <= DIGIT_9 && code !== DOLLAR) continue;
    const value = replace(text.slice(start, index), start);
    if (value === undefined) continue;
    result += text.slice(copied, start) + value;
    copied = index;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
