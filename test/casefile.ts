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
 * A line `=== name` begins a case, a line `--- name` a part of it. A part's text goes up to the next such
 * line, without the line breaks at its end. A part `file NAME` is another file; what other parts there are,
 * the head of each case file says. `UPDATE=1` in the environment rewrites the parts that are compared with
 * what came.
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
  const texts = [...cases].map(([name, parts]) =>
    [`=== ${name}\n`, ...[...parts].map(([part, text]) => `--- ${part}\n${text && `${text}\n`}`)].join(''),
  );
  return head + texts.join('\n');
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
 * The parts of one case in a file below `fixtures`.
 *
 * @throws {Error} If the file has no such case, or a name twice.
 */
export function readCase(file: string, name: string): Parts {
  const parts = parse(file).cases.get(name);
  if (!parts) throw new Error(`${file} has no case \`${name}'`);
  return parts;
}

/** The files of one case: the texts of its parts `file NAME` by NAME. */
export function readFiles(file: string, name: string): Readonly<Record<string, string>> {
  return filesOf(readCase(file, name));
}

/**
 * Makes a test of each case in a file below `fixtures`. `run` takes the parts of a case and returns texts by
 * the names of the parts that they are compared with: those which are neither in `given` nor files. A text
 * for which the case has no part must be empty.
 */
export function testCases(
  file: string,
  given: readonly string[],
  run: (parts: Parts) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>,
): void {
  const content = parse(file);
  for (const [name, parts] of content.cases) {
    test(`${file}: ${name}`, async () => {
      const texts = Object.entries(await run(parts));
      const found = texts.filter(([title, text]) => text !== '' || parts.has(title));
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
