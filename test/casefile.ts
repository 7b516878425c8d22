/**
 * Case files: sources and expected text of tests, below `fixtures`, as plain text.
 *
 *     Lines before the first case explain the file.
 *
 *     === a name that tells what the case shows
 *     --- source
 *     |.include part.dasi
 *     --- file part.dasi
 *     |.define A, 1
 *     --- output
 *     …
 *
 * A line `=== name` begins a case, a line `--- name` a part of it. A part's text goes up to the next such line;
 * blank lines at its end only separate it from what follows. Which parts a case may have is the test's business;
 * by convention `file NAME` is another file. `UPDATE=1` in the environment rewrites expected parts.
 */
import { afterAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** The parts of a case by name, in the order of the file. */
export type Parts = ReadonlyMap<string, string>;

interface CaseFile {
  /** What stands before the first case. */
  readonly head: string;
  readonly cases: Map<string, Map<string, string>>;
}

/** @throws {Error} If a name stands twice, or text stands between a case's name and its first part. */
function parse(file: string): CaseFile {
  const [head = '', ...rest] = readFileSync(join(FIXTURES, file), 'utf8').split(/^=== /m);
  const cases = new Map<string, Map<string, string>>();
  for (const text of rest) {
    const [name = '', ...parts] = text.trimEnd().split(/\n--- /);
    if (name.includes('\n') || cases.has(name)) throw new Error(`${file}: === ${name}`);
    const byName = new Map<string, string>();
    for (const part of parts) {
      const [, title = '', body = ''] = /^([^\n]*)\n?([^]*)$/.exec(part) ?? [];
      if (byName.has(title)) throw new Error(`${file}: ${name}: --- ${title}`);
      byName.set(title, body.replace(/\n+$/, ''));
    }
    cases.set(name, byName);
  }
  return { head, cases };
}

function print({ head, cases }: CaseFile): string {
  const part = ([name, text]: readonly [string, string]): string => `--- ${name}\n${text && `${text}\n`}`;
  const texts = [...cases].map(([name, parts]) => `=== ${name}\n${[...parts].map(part).join('')}`);
  return `${head}${texts.join('\n')}`;
}

/** The texts of the parts `file NAME` by NAME, each with a final line break. */
export function filesOf(parts: Parts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...parts].flatMap(([name, text]) => (name.startsWith('file ') ? [[name.slice(5), `${text}\n`]] : [])),
  );
}

/** The lines of a part; none if the case does not have it or it is empty. */
export function linesOf(parts: Parts, name: string): readonly string[] {
  const text = parts.get(name) ?? '';
  return text === '' ? [] : text.split('\n');
}

/**
 * The cases of a file below `fixtures`, by name.
 *
 * @throws {Error} If a name stands twice.
 */
export function readCases(file: string): ReadonlyMap<string, Parts> {
  return parse(file).cases;
}

/** The files of one case of a file below `fixtures`. */
export function readFiles(file: string, name: string): Readonly<Record<string, string>> {
  const parts = readCases(file).get(name);
  if (!parts) throw new Error(`${file} has no case \`${name}'`);
  return filesOf(parts);
}

/**
 * Makes a test of each case in a file below `fixtures`. `run` takes the parts of a case and returns what came, by the
 * names of the expected parts: those of the case which are neither in `given` nor files must be equal to it, and what
 * the case does not have must be empty.
 */
export function testCases(
  file: string,
  given: readonly string[],
  run: (parts: Parts) => Readonly<Record<string, string>>,
): void {
  const content = parse(file);
  for (const [name, parts] of content.cases) {
    test(`${file}: ${name}`, () => {
      const found = Object.entries(run(parts)).filter(([title, text]) => text !== '' || parts.has(title));
      if (process.env['UPDATE']) for (const [title, text] of found) parts.set(title, text);
      const expected = [...parts].filter(([title]) => !given.includes(title) && !title.startsWith('file '));
      expect(expected).not.toEqual([]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    });
  }
  afterAll(() => {
    if (process.env['UPDATE']) writeFileSync(join(FIXTURES, file), print(content));
  });
}
