/**
 * The language server on a file of 5,000 lines: what an editor waits for after each character that is typed. Needs the build.
 *
 *     node --import tsx bench/editing.ts
 *
 * Prints a Markdown table.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EditorClient } from '../test/lspclient.ts';
import { type Candidate, measure, median, table } from './measurement.ts';
import { makeSource } from './source.ts';

const LINES = 5000;
const folder = mkdtempSync(join(tmpdir(), 'dynasm-bench-'));
const client = new EditorClient(
  folder,
  process.execPath,
  join(import.meta.dirname, '../dist/bin/dynasm.cjs'),
  'lsp',
);
await client.initialize();
const lines = makeSource('ts', LINES).split('\n').slice(0, LINES);
await client.open('bench.dast', lines.join('\n'));

const textDocument = { uri: client.uri('bench.dast') };
/** The line that is edited, near the middle. */
const line = lines.findIndex((text, index) => index > LINES / 2 && text.startsWith('|  load eax'));
const text = lines[line] ?? '';

/** Types a character at the end of the line, or takes it away again, and then asks. */
function editing(name: string, ask: () => Promise<unknown>): Candidate {
  let isLonger = false;
  return {
    name,
    run: async () => {
      isLonger = !isLonger;
      const start = performance.now();
      await (isLonger
        ? client.change('bench.dast', ' ', [line, text.length, 0])
        : client.change('bench.dast', '', [line, text.length, 1]));
      await ask();
      return performance.now() - start;
    },
  };
}

function request(method: string, word: string, more: object = {}): () => Promise<unknown> {
  const position = { line, character: text.indexOf(word) + 1 };
  return () => client.connection.sendRequest(`textDocument/${method}`, { textDocument, position, ...more });
}

function timed(ask: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const start = performance.now();
    await ask();
    return performance.now() - start;
  };
}

const candidates = [
  editing('hover', request('hover', 'load')),
  editing('completion of a statement', request('completion', 'load')),
  editing('completion of an operand', request('completion', 'eax')),
  editing('definition', request('definition', 'load')),
  editing('references', request('references', 'load', { context: { includeDeclaration: true } })),
  editing('outline', request('documentSymbol', 'load')),
  editing('folding', request('foldingRange', 'load')),
  editing('semantic colours', request('semanticTokens/full', 'load')),
  // An editor asks what is to be renamed before it asks for the new name.
  editing('what is to be renamed', request('prepareRename', 'load')),
  { name: 'rename, without a change', run: timed(request('rename', 'load', { newName: 'fetch' })) },
];
const figures = await measure(candidates, 20, 5);

/** Diagnostics come when typing pauses, which is part of the time. */
const waited: number[] = [];
for (let round = 0; round < 10; round++) {
  const start = performance.now();
  await client.change('bench.dast', round % 2 === 0 ? ' ' : '', [line, text.length, round % 2]);
  await client.diagnostics('bench.dast');
  waited.push(performance.now() - start);
}

const rows = figures.map(({ name, median: middle, low, high }) => [
  name,
  ...[middle, low, high].map(value => value.toFixed(1)),
]);
rows.push(['diagnostics, with the pause', median(waited).toFixed(1), '', '']);
process.stdout.write(table(['after a character', 'ms', '10 %', '90 %'], rows));
await client.end();
rmSync(folder, { recursive: true });
