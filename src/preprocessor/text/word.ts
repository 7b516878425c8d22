/**
 * Finds the words in a text and replaces them: by the texts of defines, by parameters of macros. A language
 * says what a word is.
 */
const DIGIT_9 = 0x39;
const HASH = 0x23;
const DOLLAR = 0x24;

/** Which characters words are made of. */
interface WordCharacters {
  /** 1 at the codes below 128 that are characters of words. */
  readonly ascii: Uint8Array;
  /** Whether a code from 128 on is a character of words. */
  readonly isBeyondAscii: (code: number) => boolean;
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';

function asciiTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

/** Words of letters, digits and `_`. */
export const WORDS: WordCharacters = { ascii: asciiTable(ALPHANUMERIC), isBeyondAscii: () => false };

const BEYOND_ASCII = /[\p{ID_Continue}\p{Cs}]/u;

/** Words of JavaScript: a define `foo` does not stand in `$foo` or `fooß`. */
export const JAVASCRIPT_WORDS: WordCharacters = {
  ascii: asciiTable(`${ALPHANUMERIC}$`),
  isBeyondAscii: code => BEYOND_ASCII.test(String.fromCharCode(code)),
};

/** Index of the first character from `start` on that is not part of a word. */
function endOfWord(text: string, start: number, { ascii, isBeyondAscii }: WordCharacters): number {
  const { length } = text;
  let index = start;
  for (; index < length; index++) {
    const code = text.charCodeAt(index);
    // Every character of every statement comes by here, mostly before V8 has optimised it: no call for ASCII.
    if (code < 128 ? ascii[code] !== 1 : !isBeyondAscii(code)) break;
  }
  return index;
}

/**
 * `text` with words replaced by what `replace` returns for them; undefined leaves a word as it is. A `#` in
 * front belongs to the word, which begins at index `start`. A text in which nothing is replaced is not
 * copied.
 */
export function replaceWords(
  text: string,
  characters: WordCharacters,
  replace: (word: string, start: number) => string | undefined,
): string {
  const { ascii, isBeyondAscii } = characters;
  let result = '';
  let copied = 0;
  const { length } = text;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 128 ? ascii[code] !== 1 : !isBeyondAscii(code)) continue;
    const start = index > 0 && text.charCodeAt(index - 1) === HASH ? index - 1 : index;
    index = endOfWord(text, index, characters);
    // A word that begins with a digit is a number.
    if (code <= DIGIT_9 && code !== DOLLAR) continue;
    const value = replace(text.slice(start, index), start);
    if (value === undefined) continue;
    result += text.slice(copied, start) + value;
    copied = index;
  }
  return copied === 0 ? text : result + text.slice(copied);
}
