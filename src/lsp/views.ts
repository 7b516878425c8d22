/**
 * Documents that stand beside a source and follow it: the generated code, and the machine code. Each comes
 * with the lines that belong together, so that an editor can follow the cursor.
 */
import { decode } from '@jridgewell/sourcemap-codec';
import { FILE_LANGUAGES, translateSource } from '#translator';
import type { Analysis } from './analysis.ts';
import { codeText } from './hover.ts';
import type { Workspace } from './workspace.ts';

export interface View {
  readonly text: string;
  /** The editor's name of the language. */
  readonly languageId: string;
  /** Pairs of lines, from 0: in the source, and in the view. */
  readonly lines: readonly (readonly [source: number, view: number])[];
}

const LANGUAGE_IDS: Readonly<Record<string, string>> = {
  '.dast': 'typescript',
  '.dasc': 'c',
  '.dasl': 'lua',
};

/** The module that a source becomes, without the statements that are wrong. */
export function generatedCode({ file, text, lang }: Analysis, workspace: Workspace): View {
  const options = { ...workspace.options(file, lang), sourceMap: true, partial: true };
  const { code = '', map, diagnostics } = translateSource(text, options);
  const languageId = LANGUAGE_IDS[FILE_LANGUAGES[lang].source] ?? 'plaintext';
  if (code === '') {
    const messages = diagnostics.map(({ line = 1, message }) => `${line}: ${message}`);
    return { text: ['There is no code:', ...messages, ''].join('\n'), languageId: 'plaintext', lines: [] };
  }
  const lines = map === undefined ? directedLines(code, file, text) : mappedLines(map, file);
  return { text: code, languageId, lines };
}

/** The lines of the source `file`, by the map. */
function mappedLines(map: string, file: string): View['lines'] {
  const { sources, mappings } = JSON.parse(map) as { sources: readonly string[]; mappings: string };
  const own = sources.indexOf(file);
  const first = new Map<number, number>();
  for (const [view, segments] of decode(mappings).entries()) {
    for (const [, source, line] of segments) {
      if (source === own && line !== undefined && !first.has(line)) first.set(line, view);
    }
  }
  return [...first].toSorted(([a], [b]) => a - b);
}

/**
 * The same by the `#line` directives, which say what the next line comes from. It is the source line, as it
 * is or as a comment; what DynASM puts in between has no line.
 */
function directedLines(code: string, file: string, source: string): View['lines'] {
  const lines: [number, number][] = [];
  const sourceLines = source.split('\n').map(line => line.trim());
  let next: number | undefined;
  for (const [view, text] of code.split('\n').entries()) {
    const [, line, name] = /^#line (\d+)(?: "(.*)")?$/.exec(text) ?? [];
    if (line !== undefined) next = name === undefined || name === file ? Number(line) - 1 : undefined;
    else if (next !== undefined) {
      const own = sourceLines[next];
      if (own !== undefined && own !== '' && text.endsWith(own)) lines.push([next, view]);
      next++;
    }
  }
  return lines;
}

/** The machine code of each line, with what a put fills in in brackets. */
export function machineCode(analysis: Analysis): View {
  const { arch } = analysis.observed;
  const texts: string[] = [];
  const lines: [number, number][] = [];
  for (const [index, row] of analysis.rows(analysis.file).entries()) {
    for (const { codes } of row?.statements ?? []) {
      for (const code of codes) {
        const bytes = arch ? codeText(code, arch) : '';
        if (lines.at(-1)?.[0] !== index) lines.push([index, texts.length]);
        const isLabel = bytes === '' && code.form === undefined;
        texts.push(
          isLabel
            ? code.text.trim()
            : `${`${index + 1}`.padStart(5)}  ${bytes.padEnd(32)} ${code.text.trim()}`,
        );
      }
    }
  }
  return { text: `${texts.join('\n')}\n`, languageId: 'plaintext', lines };
}
