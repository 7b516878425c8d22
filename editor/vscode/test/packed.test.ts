/**
 * The extension as it is packed: what is in it, its server, and its commands in an editor of which only that exists
 * what they use.
 */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { EditorClient } from '../../../test/lspclient.ts';
import type { MadeText } from '../src/madeview.ts';

const extension = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'dynasm-vsix-'));
after(() => rmSync(folder, { recursive: true }));

for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(extension, 'dist/dynasm.vsix'))))) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
const packed = join(folder, 'extension');

void test('everything that the manifest names is in the package', () => {
  const manifest = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
    readonly main: string;
    readonly contributes: {
      readonly languages: readonly { readonly configuration: string }[];
      readonly grammars: readonly { readonly path: string }[];
    };
  };
  const { languages, grammars } = manifest.contributes;
  const paths = [
    manifest.main,
    ...languages.map(({ configuration }) => configuration),
    ...grammars.map(({ path }) => path),
    'dist/server.cjs',
    'dist/checkproject.cjs',
    'LICENSE.txt',
    'readme.md',
  ];
  assert.deepEqual(
    paths.filter(path => !existsSync(join(packed, path))),
    [],
  );
  for (const path of paths.filter(each => each.endsWith('.json')))
    assert.doesNotThrow(() => void JSON.parse(readFileSync(join(packed, path), 'utf8')), path);
});

const SOURCE = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
export function f(n: number): string {
  const Dst = dasm.new(actions);
  |  mov eax, n
  |  mvo eax
  return Dst.build();
}
`;

void test('the server in the package needs nothing else', async () => {
  const project = join(folder, 'project');
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  const root = join(extension, '../..');
  symlinkSync(root, join(project, 'node_modules/dynasm'), 'dir');
  symlinkSync(join(root, 'node_modules/typescript'), join(project, 'node_modules/typescript'), 'dir');
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  writeFileSync(
    join(project, 'tsconfig.json'),
    '{"compilerOptions": {"strict": true, "module": "nodenext"}, "include": ["*"]}',
  );
  writeFileSync(join(project, 'main.dast'), SOURCE);
  const client = new EditorClient(project, process.execPath, join(packed, 'dist/server.cjs'), '--stdio');
  await client.initialize({ checkTypes: true, platform: null });
  await client.open('main.dast', SOURCE);
  const found = await client.diagnostics('main.dast', diagnostics => diagnostics.length > 1);
  assert.deepEqual(
    found.map(({ code }) => code),
    ['unknown-statement', 'TS2322'],
  );
  assert.equal(await client.end(), 0);
});

// An editor of which only that exists what the views use.

class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  constructor({ scheme, path, query = '' }: { scheme: string; path: string; query?: string }) {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }
  static from(parts: { scheme: string; path: string; query?: string }): Uri {
    return new Uri(parts);
  }
  toString(): string {
    return `${this.scheme}:${this.path}${this.query === '' ? '' : `?${this.query}`}`;
  }
}

/** What the test uses of src/madeview.ts, with the classes of this editor. */
interface ViewsModule {
  readonly GENERATED: object;
  readonly MadeViews: new (
    kind: object,
    ask: (method: string, uri: string) => Promise<MadeText>,
  ) => {
    register(): void;
    readonly onDidChange: (listener: (uri: Uri) => void) => void;
    show(source: Editor): Promise<void>;
    provideTextDocumentContent(
      view: Uri,
      token: { readonly isCancellationRequested: boolean },
    ): Promise<string>;
  };
}

class EventEmitter<Value> {
  readonly listeners: ((value: Value) => void)[] = [];
  readonly event = (listener: (value: Value) => void): void => void this.listeners.push(listener);
  fire(value: Value): void {
    for (const listener of this.listeners) listener(value);
  }
}

class Editor {
  readonly document: { uri: Uri; languageId: string };
  readonly selection = { active: { line: 0 } };
  marked: number[] = [];
  revealed: number | undefined;
  constructor(uri: Uri, languageId: string) {
    this.document = { uri, languageId };
  }
  setDecorations(_type: unknown, ranges: readonly { readonly line: number }[]): void {
    this.marked = ranges.map(({ line }) => line);
  }
  revealRange({ line }: { readonly line: number }): void {
    this.revealed = line;
  }
}

void test('a view shows what the server makes, follows the cursor in both directions, and is made anew', async t => {
  const changed = new EventEmitter<{ document: { uri: Uri } }>();
  const selected = new EventEmitter<{ textEditor: Editor }>();
  const editors: Editor[] = [];
  const fake = {
    Uri,
    EventEmitter,
    Disposable: Object.assign(function Disposable() {}, { from: () => {} }),
    Range: class {
      readonly line: number;
      constructor(line: number) {
        this.line = line;
      }
    },
    ThemeColor: class {
      readonly id = '';
    },
    OverviewRulerLane: {},
    TextEditorRevealType: {},
    ViewColumn: {},
    languages: {
      setTextDocumentLanguage: (document: { languageId: string }, language: string) => {
        document.languageId = language;
      },
    },
    workspace: {
      textDocuments: [] as { uri: Uri }[],
      registerTextDocumentContentProvider: () => {},
      onDidChangeTextDocument: changed.event,
      onDidCloseTextDocument: () => {},
      openTextDocument: (uri: Uri) => ({ uri, languageId: 'plaintext' }),
    },
    window: {
      visibleTextEditors: editors,
      createTextEditorDecorationType: () => ({}),
      onDidChangeTextEditorSelection: selected.event,
      showTextDocument: ({ uri, languageId }: { uri: Uri; languageId: string }) => {
        const editor = new Editor(uri, languageId);
        editors.push(editor);
        fake.workspace.textDocuments.push(editor.document);
      },
    },
  };
  const bundle = join(folder, 'madeview.cjs');
  const require = createRequire(import.meta.url);
  const { buildSync } = require('esbuild') as typeof import('esbuild');
  buildSync({
    entryPoints: [join(extension, 'src/madeview.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  mkdirSync(join(folder, 'node_modules/vscode'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/vscode/index.js'), 'module.exports = globalThis.fakeEditor;');
  Object.assign(globalThis, { fakeEditor: fake });
  const { MadeViews, GENERATED } = require(bundle) as ViewsModule;

  let version = 0;
  const ask = async (method: string, uri: string): Promise<MadeText> => ({
    text: `${method} of ${uri}, ${++version}`,
    languageId: 'typescript',
    lines: [
      [0, 3],
      [2, 5],
      [2, 6],
    ],
  });
  const views = new MadeViews(GENERATED, ask);
  views.register();
  const made = new EventEmitter<string>();
  views.onDidChange(each => made.fire(each.toString()));
  const source = new Editor(new Uri({ scheme: 'file', path: '/a.dast' }), 'dast');
  editors.push(source);
  await views.show(source);
  const [, view] = editors;
  assert(view);
  const { uri } = view.document;
  assert.equal(uri.path, '/a.dast (generated code)');
  const token = { isCancellationRequested: false };
  assert.equal(await views.provideTextDocumentContent(uri, token), 'dynasm/generatedCode of file:/a.dast, 1');
  await new Promise(resolve => setTimeout(resolve, 20));
  assert.equal(view.document.languageId, 'typescript');
  assert.deepEqual(view.marked, [3]);

  await t.test('the cursor moves in the source', () => {
    source.selection.active.line = 2;
    selected.fire({ textEditor: source });
    assert.deepEqual([view.marked, view.revealed, source.marked], [[5, 6], 5, []]);
  });
  await t.test('the cursor moves in the view', () => {
    view.selection.active.line = 4;
    selected.fire({ textEditor: view });
    assert.deepEqual([source.marked, source.revealed, view.marked], [[0], 0, []]);
  });
  await t.test('the source changes', async () => {
    const isMade = new Promise<string>(resolve => made.event(resolve));
    changed.fire({ document: source.document });
    assert.equal(await isMade, uri.toString());
    assert.match(await views.provideTextDocumentContent(uri, token), /, 2$/);
  });
  await t.test('the server has no answer', async () => {
    const failing = new MadeViews(GENERATED, () => Promise.reject(new Error('no such file')));
    assert.equal(
      await failing.provideTextDocumentContent(uri, token),
      'There is no generated code: no such file\n',
    );
  });
});
