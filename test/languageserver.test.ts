/**
 * The language server, through the protocol, with the library that editors use. The cases of
 * fixtures/languageserver are documents with a cursor, ‸, and what an editor gets for it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  Range,
  SemanticTokens,
  ShowMessageParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { filesOf, linesOf, type Parts, testCases } from './casefile.ts';
import { EditorClient } from './lspclient.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

const folder = new Folder();
let client: EditorClient;
let legend: { readonly tokenTypes: readonly string[]; readonly tokenModifiers: readonly string[] };

beforeAll(async () => {
  client = new EditorClient(folder.path, process.execPath, dynasm, 'lsp', '--stdio');
  const { capabilities } = await client.initialize();
  const provider = capabilities.semanticTokensProvider;
  if (!provider) throw new Error('no colours');
  ({ legend } = provider);
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
  folder.remove();
});

const CURSOR = '‸';

/** An open document, and what can be asked of it. */
class Document {
  readonly name: string;
  readonly text: string;
  readonly #cursor: Position;

  /** `marked`: the text with the cursor in it. */
  constructor(name: string, marked: string) {
    this.name = name;
    const [before = '', after] = marked.split(CURSOR);
    this.text = before + (after ?? '');
    const lines = before.split('\n');
    this.#cursor =
      after === undefined
        ? { line: 0, character: 0 }
        : { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  get uri(): string {
    return client.uri(this.name);
  }

  at({ start, end }: Range): string {
    return (this.text.split('\n')[start.line] ?? '').slice(start.character, end.character);
  }

  ask<Result>(method: string, more: object = {}): Promise<Result> {
    const params = { textDocument: { uri: this.uri }, position: this.#cursor, ...more };
    return client.connection.sendRequest(method, params);
  }

  async diagnostics(): Promise<readonly Diagnostic[]> {
    return client.diagnostics(this.name);
  }

  async locations(method: string, more: object = {}): Promise<string> {
    const found = await this.ask<Location[]>(method, more);
    return found
      .map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${placeText(range)}`)
      .join('\n');
  }
}

/** A range of one line, from 1. */
function placeText({ start, end }: Range): string {
  const columns = end.line === start.line ? `-${end.character}` : `-${end.line + 1}:${end.character}`;
  return `${start.line + 1}:${start.character + 1}${columns}`;
}

/** `text` with edits. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const indexOf = ({ line, character }: Position): number =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return edits
    .toSorted((a, b) => indexOf(b.range.start) - indexOf(a.range.start))
    .reduce(
      (now, { range, newText }) =>
        now.slice(0, indexOf(range.start)) + newText + now.slice(indexOf(range.end)),
      text,
    );
}

/** The lines that two texts do not have in common, with their numbers. */
function changedLines(before: string, after: string): string {
  const old = before.split('\n');
  const lines = after.split('\n');
  const added = lines.length - old.length;
  return lines
    .flatMap((line, index) =>
      line === old[index] || (added > 0 && line === old[index - added]) ? [] : [`${index + 1}: ${line}`],
    )
    .join('\n');
}

function shown(lines: readonly string[], count: number): string {
  return [...lines.slice(0, count), ...(lines.length > count ? ['…'] : [])].join('\n');
}

function messageText(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

const SEVERITIES = ['', 'error', 'warning', 'information'];

/** What editors show for each question, as text. */
const QUESTIONS: Readonly<Record<string, (document: Document, parts: Parts) => Promise<string>>> = {
  async diagnostics(document) {
    return (await document.diagnostics())
      .map(({ range, severity = 0, code, message, relatedInformation = [] }) =>
        [
          `${placeText(range)} ${SEVERITIES[severity]} [${String(code)}] ${messageText(message).replaceAll('\n', '\n    ')}`,
          ...relatedInformation.map(
            ({ location, message: text }) =>
              `  ${location.uri.slice(location.uri.lastIndexOf('/') + 1)}:${placeText(location.range)} ${text}`,
          ),
        ].join('\n'),
      )
      .join('\n');
  },
  async 'diagnostics of files'(document, parts) {
    await document.diagnostics();
    const texts = await Promise.all(
      Object.keys(filesOf(parts)).map(async name => {
        const found = await client.diagnostics(join(document.name, '..', name));
        return found
          .map(({ range, message }) => `${name}:${placeText(range)} ${messageText(message)}`)
          .join('\n');
      }),
    );
    return texts.join('\n');
  },
  async fixes(document) {
    const diagnostics = await document.diagnostics();
    const actions = await document.ask<CodeAction[]>('textDocument/codeAction', {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics },
    });
    return actions
      .map(({ title, edit, isPreferred = false }) => {
        const text = edited(document.text, edit?.changes?.[document.uri] ?? []);
        return `${title}${isPreferred ? ' (preferred)' : ''}\n${changedLines(document.text, text)}`;
      })
      .join('\n');
  },
  async hover(document) {
    const hover = await document.ask<Hover | null>('textDocument/hover');
    if (hover === null) return 'nothing';
    const { value } = hover.contents as { value: string };
    const lines = value.split('\n').map(line => line.trimEnd());
    return [...(hover.range ? [`on ${document.at(hover.range)}`] : []), ...lines].join('\n');
  },
  definition: document => document.locations('textDocument/definition'),
  references: document =>
    document.locations('textDocument/references', { context: { includeDeclaration: true } }),
  uses: document => document.locations('textDocument/references', { context: { includeDeclaration: false } }),
  async highlights(document) {
    const found = await document.ask<{ range: Range }[]>('textDocument/documentHighlight');
    return found.map(({ range }) => placeText(range)).join('\n');
  },
  async 'to rename'(document) {
    return document.ask<Range | null>('textDocument/prepareRename').then(
      range => (range ? document.at(range) : 'nothing'),
      (error: unknown) => (error as Error).message,
    );
  },
  async renamed(document, parts) {
    const files = new Map([[document.name, document.text], ...Object.entries(filesOf(parts))]);
    return document.ask<WorkspaceEdit | null>('textDocument/rename', { newName: parts.get('new name') }).then(
      edit =>
        edit === null
          ? 'nothing'
          : Object.entries(edit.changes ?? {})
              .map(([uri, edits]) => {
                const name = uri.slice(uri.lastIndexOf('/') + 1);
                const own = [...files].find(([each]) => each.endsWith(name))?.[1] ?? '';
                return `${name}\n${changedLines(own, edited(own, edits))}`;
              })
              .join('\n'),
      (error: unknown) => (error as Error).message,
    );
  },
  async completion(document) {
    const items = await document.ask<CompletionItem[]>('textDocument/completion');
    const lines = items
      .toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
      .map(({ label, detail }) => `${label}${detail === undefined ? '' : `  ${detail}`}`);
    return shown(lines, 12);
  },
  async completed(document) {
    const items = await document.ask<CompletionItem[]>('textDocument/completion');
    const [first] = items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    if (first === undefined) return 'nothing';
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
    const { value = '' } = (resolved.documentation ?? {}) as { value?: string };
    const text = edited(document.text, first.textEdit ? [first.textEdit as TextEdit] : []);
    return [
      changedLines(document.text, text),
      ...(resolved.detail === undefined ? [] : [resolved.detail]),
      value,
    ]
      .join('\n')
      .trimEnd();
  },
  async outline(document) {
    const symbols = await document.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    return symbols
      .map(
        ({ name, detail, range }) =>
          `${placeText(range)} ${name}${detail === undefined ? '' : `  ${detail}`}`,
      )
      .join('\n');
  },
  async folding(document) {
    const ranges = await document.ask<FoldingRange[]>('textDocument/foldingRange');
    return ranges.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`).join('\n');
  },
  async colours(document) {
    const { data } = await document.ask<SemanticTokens>('textDocument/semanticTokens/full');
    return colourLines(document, data);
  },
  async 'generated code'(document) {
    const { text, lines } = await document.ask<View>('dynasm/generatedCode');
    return pairedLines(document.text, text, lines);
  },
  async 'machine code'(document) {
    const { text } = await document.ask<View>('dynasm/machineCode');
    return text.trimEnd();
  },
};

interface View {
  readonly text: string;
  readonly lines: readonly (readonly [number, number])[];
}

/** Lines that the view says belong together. */
function pairedLines(source: string, view: string, pairs: View['lines']): string {
  const [from, to] = [source.split('\n'), view.split('\n')];
  return pairs
    .map(([a, b]) => `${a + 1} ${from[a]?.trim() ?? ''} → ${b + 1} ${to[b]?.trim() ?? ''}`)
    .join('\n');
}

function colourLines(document: Document, data: readonly number[]): string {
  const byLine = new Map<number, string[]>();
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    const word = document.at({ start: { line, character }, end: { line, character: character + length } });
    const names = legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    const text = [`${word}=${legend.tokenTypes[type]}`, ...names].join('.');
    byLine.set(line, [...(byLine.get(line) ?? []), text]);
  }
  return [...byLine].map(([number, texts]) => `${number + 1}: ${texts.join(' ')}`).join('\n');
}

const GIVEN = ['source', 'name', 'new name', 'settings'];
let cases = 0;

async function answers(parts: Parts): Promise<Record<string, string>> {
  const subfolder = `case${++cases}`;
  mkdirSync(join(folder.path, subfolder));
  for (const [name, text] of Object.entries(filesOf(parts))) folder.write(`${subfolder}/${name}`, text);
  const document = new Document(
    `${subfolder}/${parts.get('name') ?? 'main.dast'}`,
    linesOf(parts, 'source').join('\n'),
  );
  await client.configure(JSON.parse(parts.get('settings') ?? '{}'));
  await client.open(document.name, document.text, 'plaintext');
  const found: Record<string, string> = {};
  for (const [question, answer] of Object.entries(QUESTIONS)) {
    if (parts.has(question)) found[question] = await answer(document, parts);
  }
  await client.close(document.name);
  return found;
}

for (const file of readdirSync(join(import.meta.dirname, '../fixtures/languageserver'))) {
  testCases(`languageserver/${file}`, GIVEN, answers);
}

function codes(found: readonly Diagnostic[]): readonly unknown[] {
  return found.map(({ code }) => code);
}

test('says what is wrong with settings, and goes on without them', async () => {
  const messages: string[] = [];
  const listener = client.connection.onNotification(
    'window/showMessage',
    ({ message }: ShowMessageParams) => {
      messages.push(message);
    },
  );
  await client.configure({
    defines: ['A'],
    include: 'x',
    platform: 'x64-amiga',
    cpu: 'mmx3',
    checkTypes: 1,
    other: 2,
  });
  await client.open('settings.dast', '|.arch x64\n|.actionlist actions\n|  mov eax\n');
  expect(codes(await client.diagnostics('settings.dast'))).toEqual(['operand-count']);
  expect(messages).toEqual([
    expect.stringMatching(/^dynasm\.defines is names with their texts/),
    expect.stringMatching(/^dynasm\.include is a list of folders/),
    expect.stringMatching(/^dynasm\.platform: .*x64-amiga/),
    expect.stringMatching(/^dynasm\.cpu: .*mmx3/),
    expect.stringMatching(/^dynasm\.checkTypes is true or false/),
  ]);
  messages.length = 0;
  await client.configure({ include: ['x'], cpu: ['avx2'], checkTypes: true, platform: null });
  await client.configure({});
  await client.change('settings.dast', '');
  expect(codes(await client.diagnostics('settings.dast'))).toEqual([]);
  expect(messages).toEqual([]);
  listener.dispose();
  await client.close('settings.dast');
});

test("TypeScript's errors come when a file is opened or saved, beside those of the assembly", async () => {
  symlinkSync(join(root, 'node_modules/typescript'), join(folder.path, 'node_modules/typescript'), 'dir');
  const name = 'project/typed.dast';
  const text = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
export function f(n: number): string {
  const Dst = dasm.new(actions);
  |  mov eax, n
  |  mvo eax, 1
  return Dst.build();
}
`;
  folder.write(
    'project/tsconfig.json',
    '{"compilerOptions": {"strict": true, "module": "nodenext"}, "include": ["*"]}',
  );
  folder.write(name, text);
  await client.open(name, text);
  expect(codes(await client.diagnostics(name, found => found.length > 1))).toEqual([
    'unknown-statement',
    'TS2322',
  ]);
  const right = text.replace('): string', ')');
  folder.write(name, right);
  await client.change(name, right);
  await client.save(name);
  expect(codes(await client.diagnostics(name, found => found.length < 2))).toEqual(['unknown-statement']);
  await client.close(name);
});
