/**
 * Finds names for generated code that do not clash with the user's. Takes the words of the user's texts,
 * returns names.
 */

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** All words in the texts: names, members, keywords. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(word);
  return words;
}

/** A name that is not among `words`: `name` itself, or `name` with a number behind it. */
export function unusedName(name: string, words: ReadonlySet<string>): string {
  if (!words.has(name)) return name;
  let number = 1;
  while (words.has(`${name}${number}`)) number++;
  return `${name}${number}`;
}

/** A prefix that no word has in front of a number: `prefix` itself, or `prefix` with more `$` in front. */
export function unusedPrefix(prefix: string, words: ReadonlySet<string>): string {
  const name = prefix.replace(/^\$+/, '');
  /** How many `$` stand in front of the name where a word has it in front of a number. */
  const taken = new Set<number>();
  for (const word of words) {
    const [{ length } = ''] = /^\$*/.exec(word) ?? [];
    if (word.startsWith(name, length) && /^\d+$/.test(word.slice(length + name.length))) taken.add(length);
  }
  let count = prefix.length - name.length;
  while (taken.has(count)) count++;
  return '$'.repeat(count) + name;
}
