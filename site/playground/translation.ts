/**
 * Translates a text of the playground: takes it as it stands in the editor; returns the TypeScript module, the
 * same program as JavaScript that can be run, and what is wrong. A text without bars is statements only.
 */
import { decode } from '@jridgewell/sourcemap-codec';
import { transform } from 'sucrase';
import { type Diagnostic, translateSource } from '../../src/preprocessor/index.ts';
import { FILE, isStatements } from './kind.ts';
import type { LinkedText, Problem, Program, Source, Translated } from './messages.ts';

/** What stands around a text of statements, one a line in front of it. */
const FRAME = [
  "import { dasm } from 'dynasm';",
  '|.actionlist actions',
  'const Dst = dasm.new(actions);',
] as const;

interface Module {
  readonly text: string;
  /** Lines and columns that are in front of the user's. */
  readonly lines: number;
  readonly columns: number;
}

function moduleOf({ text, arch }: Source): Module {
  if (!isStatements(text)) return { text, lines: 0, columns: 0 };
  const lines = text.split('\n').map(line => `|${line}`);
  const frame = [`|.arch ${arch}`, ...FRAME];
  return { text: [...frame, ...lines, 'Dst.build();'].join('\n'), lines: frame.length, columns: 1 };
}

export function translate(source: Source): Translated {
  const module = moduleOf(source);
  const options = { file: FILE, lang: 'ts', platform: `${source.arch}-${source.system}` } as const;
  const { code, map, diagnostics } = translateSource(module.text, { ...options, sourceMap: true });
  const problems = diagnostics.map(diagnostic => problemOf(diagnostic, module));
  if (code === undefined) return { problems, typescript: undefined, program: undefined };
  const typescript = { text: code, links: linksOf(code, map ?? '', module) } satisfies LinkedText;
  const kept = translateSource(module.text, { ...options, keepLines: true, specialise: false });
  const stripped = stripTypes(kept.code ?? '', module);
  if ('message' in stripped) {
    return { problems: [...problems, stripped], typescript, program: undefined };
  }
  const [, arch = source.arch] = /\barch: '(\w+)'/.exec(kept.code ?? '') ?? [];
  return { problems, typescript, program: { ...stripped, added: module.lines, arch } };
}

/** JavaScript without types and imports, line by line. */
function stripTypes(code: string, module: Module): Pick<Program, 'javascript'> | Problem {
  try {
    return { javascript: transform(code, { transforms: ['typescript', 'imports'] }).code };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, text = message, line = '0'] =
      /^(?:Error transforming \S+: )?(.*) \((\d+):\d+\)$/s.exec(message) ?? [];
    return { severity: 'error', message: text, line: lineIn(Number(line), module) };
  }
}

function lineIn(line: number, { lines }: Module): number {
  return Math.max(0, line - lines);
}

function problemOf(diagnostic: Diagnostic, module: Module): Problem {
  const { severity, code, message, notes, file, line = 0, column, length, expanded } = diagnostic;
  const place = file === FILE ? '' : `${file}:${line}: `;
  const made = expanded === undefined ? [] : [`as: ${expanded.text.trim()}`];
  return {
    severity: severity === 'note' ? 'info' : severity,
    code,
    message: [place + message, ...made, ...notes].join('\n'),
    line: file === FILE ? lineIn(line, module) : 0,
    ...(column !== undefined && file === FILE && { column: column - module.columns, length }),
  };
}

/** The source lines of each line of a module. */
function linksOf(code: string, map: string, module: Module): readonly (readonly number[])[] {
  const { mappings, sources } = JSON.parse(map) as { mappings: string; sources: readonly string[] };
  const main = sources.indexOf(FILE);
  const decoded = decode(mappings);
  const lines = code.split('\n');
  const links = lines.map((_, index) => {
    const found = (decoded[index] ?? []).flatMap(([, source, line]) =>
      source === main && line !== undefined ? [lineIn(line + 1, module)] : [],
    );
    return [...new Set(found)].filter(line => line > 0);
  });
  linkEchoes(lines, links, module);
  linkFunctions(lines, links);
  return links;
}

/** Assembly lines stand in the output as comments, in order; the map does not have them. */
function linkEchoes(lines: readonly string[], links: number[][], module: Module): void {
  const sources = module.text.split('\n').map(line => line.trim());
  let next = 0;
  for (const [index, line] of lines.entries()) {
    const echoed = /^\s*\/\/(\|.*)$/.exec(line)?.[1]?.trimEnd();
    const found = echoed === undefined ? -1 : sources.indexOf(echoed, next);
    if (found < 0) continue;
    next = found + 1;
    if (next > module.lines) links[index] = [next - module.lines];
  }
}

/** The function of a chunk belongs to the lines that its calls do. */
function linkFunctions(lines: readonly string[], links: number[][]): void {
  const called = new Map<string, readonly number[]>();
  let own: readonly number[] | undefined;
  for (const [index, line] of lines.entries()) {
    const [, isFunction, name = ''] = /^\s*(function )?(\$put\d+)\(/.exec(line) ?? [];
    if (isFunction !== undefined) own = called.get(name);
    else if (name !== '') called.set(name, links[index] ?? []);
    if (own !== undefined) links[index] = [...own];
    if (line === '}') own = undefined;
  }
}
