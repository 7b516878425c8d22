/**
 * Blanks as DynASM knows them: space, tab and line breaks of ASCII. JavaScript's `trim` and `\s` also take
 * U+00A0 and others, and would remove bytes of files that are not UTF-8.
 */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Index of the first character from `start` on that is not a blank. */
export function skipBlanks(text: string, start = 0): number {
  let index = start;
  while (index < text.length && isBlank(text.charCodeAt(index))) index++;
  return index;
}

/** Index behind the last character before `end` that is not a blank. */
export function endOfText(text: string, end = text.length): number {
  let index = end;
  while (index > 0 && isBlank(text.charCodeAt(index - 1))) index--;
  return index;
}

export function trimBlanks(text: string): string {
  const start = skipBlanks(text);
  return start === text.length ? '' : text.slice(start, endOfText(text));
}
