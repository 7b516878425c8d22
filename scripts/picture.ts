/**
 * The picture of the README, docs/power.svg: the source of power.dast, which stands in the README, beside the
 * code that it makes, each instruction joined to its line. `npm run picture` writes it; test/picture.test.ts
 * says whether it is current.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fencesOf } from '../test/markdown.ts';

const root = join(import.meta.dirname, '..');
export const FILE = join(root, 'docs/power.svg');

const EXAMPLE = 'power.dast';
const LINE = 20;
const CHARACTER = 8.4;
const TOP = 56;
const LEFT = 20;
const GAP = 90;

/** An instruction of the listing. */
interface Row {
  /** Four hexadecimal digits. */
  readonly offset: string;
  readonly bytes: string;
  readonly instruction: string;
  /** The line of the source, from 1. */
  readonly line: number;
}

/** The README's program. */
function exampleText(): string {
  const found = fencesOf(readFileSync(join(root, 'README.md'), 'utf8')).find(({ name }) => name === EXAMPLE);
  if (found === undefined) throw new Error(`the README has no ${EXAMPLE}`);
  return found.text;
}

/** What the built command lists for the program. */
function listing(text: string): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'dynasm-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    writeFileSync(join(folder, EXAMPLE), text);
    const command = [join(root, 'dist/bin/dynasm.cjs'), 'run', '--dump', EXAMPLE];
    const env = { ...process.env, NO_COLOR: '1', DYNASM_CACHE: 'off' };
    const { stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8', env });
    const form = /^([\da-f]+) {2}((?:[\da-f]{2} )+) *(.*?) *; power\.dast:(\d+)/gm;
    const found = [...stderr.matchAll(form)];
    const start = BigInt(`0x${found[0]?.[1]}`);
    return found.map(([, address = '', bytes = '', instruction = '', line = '']) => ({
      offset: (BigInt(`0x${address}`) - start).toString(16).padStart(4, '0'),
      bytes: bytes.trim(),
      instruction,
      line: Number(line),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const text = (x: number, y: number, style: string, content: string): string =>
  `<text x="${x}" y="${y}" class="${style}">${escaped(content)}</text>`;

const yOf = (index: number): number => TOP + index * LINE;

/** The text of the picture. */
export function picture(): string {
  const program = exampleText();
  const rows = listing(program);
  const all = program.trimEnd().split('\n');
  // The head of the file, up to the function, says nothing here.
  const first = all.findIndex(line => line.startsWith('export function'));
  const last = all.indexOf('}');
  const lines = all.slice(first, last + 1);
  const widest = Math.max(...lines.map(line => line.length));
  const right = LEFT + widest * CHARACTER + GAP;
  const bytesAt = right + 5 * CHARACTER;
  const textAt = bytesAt + 16 * CHARACTER;
  const width = Math.ceil(textAt + 16 * CHARACTER);
  const height = yOf(Math.max(lines.length, rows.length)) + 4;
  const rowTop = (lines.length - rows.length) / 2;
  const parts = [
    text(LEFT, 28, 'head', EXAMPLE),
    text(right, 28, 'head', 'power(5)'),
    ...lines.map((line, index) => {
      const isAssembly = /^\s*\|/.test(line);
      return text(LEFT, yOf(index), isAssembly ? 'assembly' : 'host', line);
    }),
    ...rows.flatMap(({ offset, bytes, instruction, line }, index) => {
      const y = yOf(index + rowTop);
      const source = lines[line - 1 - first] ?? '';
      const from = LEFT + source.length * CHARACTER + 8;
      const fromY = yOf(line - 1 - first) - 5;
      const to = right - 8;
      const middle = to - GAP / 2;
      return [
        `<path d="M${from.toFixed(0)} ${fromY}H${(middle - 20).toFixed(0)}C${middle.toFixed(0)} ${fromY} ${middle.toFixed(0)} ${y - 5} ${to.toFixed(0)} ${y - 5}"/>`,
        text(right, y, 'offset', offset),
        text(bytesAt, y, 'bytes', bytes),
        text(textAt, y, 'assembly', instruction),
      ];
    }),
  ];
  const style = [
    'text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}',
    '.head{font-weight:bold}.host,.head{fill:#24292f}.assembly{fill:#0550ae}.offset,.bytes{fill:#57606a}',
    'path{fill:none;stroke:#0550ae;stroke-opacity:.45}rect{fill:#f6f8fa;stroke:#d0d7de}',
    '@media(prefers-color-scheme:dark){.host,.head{fill:#e6edf3}.assembly{fill:#79c0ff}.offset,.bytes{fill:#9198a1}',
    'path{stroke:#79c0ff}rect{fill:#161b22;stroke:#30363d}}',
  ].join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>The source of power.dast, and the code that power(5) makes: each instruction is joined to its line</title>',
    `<style>${style}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, picture());
