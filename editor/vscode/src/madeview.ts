/**
 * Documents beside a source that follow it: the generated code, and the machine code. They are made anew when the source
 * changes, and mark the lines that belong to the cursor's in the other document.
 */
import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  languages,
  OverviewRulerLane,
  Range,
  type TextDocumentContentProvider,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type LinePair, partnersOf } from './follow.ts';

/** What the language server answers. */
export interface MadeText {
  readonly text: string;
  readonly languageId: string;
  readonly lines: readonly LinePair[];
}

/** Asks the server what is made of a document. */
export type Ask = (method: string, uri: string) => Promise<MadeText>;

/** A kind of view: its scheme, the server's request, and what the tab says. */
interface Kind {
  readonly scheme: string;
  readonly method: string;
  readonly title: string;
}

export const GENERATED: Kind = {
  scheme: 'dynasm-generated',
  method: 'dynasm/generatedCode',
  title: 'generated code',
};
export const MACHINE: Kind = {
  scheme: 'dynasm-machine',
  method: 'dynasm/machineCode',
  title: 'machine code',
};

/** A view is made anew when typing pauses for so many milliseconds. */
const PAUSE = 200;

export class MadeViews implements TextDocumentContentProvider {
  readonly #kind: Kind;
  readonly #ask: Ask;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  /** By the URI of the source. */
  readonly #lines = new Map<string, readonly LinePair[]>();
  readonly #mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  #timer: NodeJS.Timeout | undefined;

  constructor(kind: Kind, ask: Ask) {
    this.#kind = kind;
    this.#ask = ask;
  }

  /** Registers the view; what it returns takes that back. */
  register(): Disposable {
    return Disposable.from(
      workspace.registerTextDocumentContentProvider(this.#kind.scheme, this),
      workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document.uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#lines.delete(this.sourceOf(uri))),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      this.#changed,
      this.#mark,
      new Disposable(() => clearTimeout(this.#timer)),
    );
  }

  /** Shows the view of the source in an editor beside it. */
  async show(source: TextEditor): Promise<void> {
    const document = await workspace.openTextDocument(this.viewOf(source.document.uri));
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
    this.follow(source);
  }

  async provideTextDocumentContent(view: Uri, token: CancellationToken): Promise<string> {
    const source = this.sourceOf(view);
    try {
      const { text, languageId, lines } = await this.#ask(this.#kind.method, source);
      if (token.isCancellationRequested) return '';
      this.#lines.set(source, lines);
      // The document exists only when its text is there.
      setTimeout(() => void this.#shown(view, languageId));
      return text;
    } catch (error) {
      return `There is no ${this.#kind.title}: ${error instanceof Error ? error.message : String(error)}\n`;
    }
  }

  async #shown(view: Uri, languageId: string): Promise<void> {
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === view.toString());
    if (document && document.languageId !== languageId)
      await languages.setTextDocumentLanguage(document, languageId);
    const source = window.visibleTextEditors.find(
      ({ document: { uri } }) => uri.toString() === this.sourceOf(view),
    );
    if (source) this.follow(source);
  }

  viewOf(source: Uri): Uri {
    const path = `${source.path} (${this.#kind.title})`;
    return Uri.from({ scheme: this.#kind.scheme, path, query: source.toString() });
  }

  /** The URI of the source of a view, or of a source. */
  sourceOf(uri: Uri): string {
    return uri.scheme === this.#kind.scheme ? uri.query : uri.toString();
  }

  #schedule(source: Uri): void {
    if (!this.#lines.has(source.toString())) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(this.viewOf(source)), PAUSE);
  }

  /** The cursor has moved in an editor: marks the lines that belong to it in the other one. */
  follow(editor: TextEditor): void {
    const { uri } = editor.document;
    const source = this.sourceOf(uri);
    const pairs = this.#lines.get(source);
    if (pairs === undefined) return;
    const isView = uri.scheme === this.#kind.scheme;
    const other = isView ? source : this.viewOf(uri).toString();
    const partner = window.visibleTextEditors.find(({ document }) => document.uri.toString() === other);
    if (partner === undefined) return;
    const lines = partnersOf(pairs, editor.selection.active.line, isView);
    const ranges = lines.map(line => new Range(line, 0, line, 0));
    partner.setDecorations(this.#mark, ranges);
    editor.setDecorations(this.#mark, []);
    const [first] = ranges;
    if (first) partner.revealRange(first, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
