/**
 * The editor and the panes beside it, which are read-only editors: they can be searched, copied and walked
 * through with the keyboard. A line that the mouse is over, or the cursor in, is marked wherever it leads to.
 */
import { defaultKeymap, history, historyKeymap, toggleComment } from '@codemirror/commands';
import { bracketMatching, type Language, LanguageSupport } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { colours, dast, listing, statements } from './highlighting.ts';
import { isStatements } from './kind.ts';
import type { LinkedText, Problem } from './messages.ts';

/** The numbers of lines, from 1, that are marked. */
const mark = StateEffect.define<readonly number[]>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(mark)) {
        const { doc } = transaction.state;
        const inside = effect.value.filter(line => line >= 1 && line <= doc.lines);
        return Decoration.set(inside.map(line => MARK.range(doc.line(line).from)));
      }
    }
    return decorations.map(transaction.changes);
  },
  provide: field => EditorView.decorations.from(field),
});
const MARK = Decoration.line({ class: 'pg-linked' });

/**
 * Is told the source lines that are meant: those of the line under the mouse, or of the cursor's. Undefined: the
 * mouse has left.
 */
export type Point = (lines: readonly number[] | undefined, from: Pane, isCursor: boolean) => void;

/** A view whose lines belong to lines of the source. */
export interface Pane {
  readonly view: EditorView;
  /** Marks what belongs to source lines, and shows the first of it. */
  show(lines: readonly number[], isScrolled: boolean): void;
}

/** `point` gets the number of a line; 0 when the mouse has left. */
function pointing(point: (line: number, isCursor: boolean) => void): Extension {
  let last = 0;
  return [
    EditorView.domEventHandlers({
      mousemove(event, view) {
        // Browsers make such events also where the page moves under the mouse.
        if (event.movementX === 0 && event.movementY === 0) return;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        const line = at === null ? 0 : view.state.doc.lineAt(at).number;
        if (line !== last) point((last = line), false);
      },
      mouseleave() {
        if (last !== 0) point((last = 0), false);
      },
      focus(_, view) {
        point(cursorLine(view), true);
      },
    }),
    EditorView.updateListener.of(({ selectionSet, view }) => {
      if (selectionSet && view.hasFocus) point(cursorLine(view), true);
    }),
  ];
}

function cursorLine({ state }: EditorView): number {
  return state.doc.lineAt(state.selection.main.head).number;
}

function show(view: EditorView, lines: readonly number[], isScrolled: boolean): void {
  const effects: StateEffect<unknown>[] = [mark.of(lines)];
  const [first] = lines;
  if (isScrolled && first !== undefined && first <= view.state.doc.lines) {
    effects.push(EditorView.scrollIntoView(view.state.doc.line(first).from, { y: 'nearest', yMargin: 24 }));
  }
  view.dispatch({ effects });
}

const COMMON: Extension = [
  highlightSpecialChars(),
  drawSelection(),
  bracketMatching(),
  highlightSelectionMatches(),
  search({ top: true }),
  colours,
  marked,
];

/** What is written. */
export class SourcePane implements Pane {
  readonly view: EditorView;
  readonly #language = new Compartment();
  #isStatements: boolean | undefined;

  constructor(parent: Element, label: string, hint: string, onChange: (text: string) => void, point: Point) {
    this.view = new EditorView({
      parent,
      extensions: [
        COMMON,
        history(),
        lineNumbers(),
        lintGutter(),
        this.#language.of([]),
        keymap.of([
          { key: 'Mod-/', run: toggleComment },
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          ...lintKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hint }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
        pointing((line, isCursor) => point(line === 0 ? undefined : [line], this, isCursor)),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    if (text === this.text) return;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
    });
  }

  /** Colours the text as what it is. */
  recognize(): void {
    const are = isStatements(this.text);
    if (are === this.#isStatements) return;
    this.#isStatements = are;
    this.view.dispatch({ effects: this.#language.reconfigure(new LanguageSupport(are ? statements : dast)) });
  }

  show(lines: readonly number[], isScrolled: boolean): void {
    show(this.view, lines, isScrolled);
  }

  set problems(problems: readonly Problem[]) {
    const { doc } = this.view.state;
    const diagnostics = problems
      .filter(({ line }) => line <= doc.lines)
      .map(({ severity, message, line, column, length }): Diagnostic => {
        const { from, to, text } = doc.line(Math.max(1, line));
        if (column === undefined) return { from: from + text.search(/\S|$/), to, severity, message };
        const start = Math.min(from + column - 1, to);
        return { from: start, to: Math.min(start + (length ?? 1), to), severity, message };
      });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Puts the cursor where a problem is. */
  go({ line, column = 1 }: Problem): void {
    const { from, to } = this.view.state.doc.line(Math.min(Math.max(1, line), this.view.state.doc.lines));
    this.view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
    this.view.focus();
  }
}

/** What comes out. */
export class OutputPane implements Pane {
  readonly view: EditorView;
  #links: LinkedText['links'] = [];

  constructor(parent: Element, label: string, language: Language, point: Point) {
    this.view = new EditorView({
      parent,
      extensions: [
        COMMON,
        EditorState.readOnly.of(true),
        new LanguageSupport(language),
        keymap.of([...defaultKeymap, ...searchKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
        pointing((line, isCursor) =>
          point(line === 0 ? undefined : (this.#links[line - 1] ?? []), this, isCursor),
        ),
      ],
    });
  }

  set content({ text, links }: LinkedText) {
    this.#links = links;
    const { state } = this.view;
    if (text === state.doc.toString()) return;
    this.view.dispatch({ changes: { from: 0, to: state.doc.length, insert: text } });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  show(lines: readonly number[], isScrolled: boolean): void {
    const own = this.#links.flatMap((linked, index) =>
      linked.some(line => lines.includes(line)) ? [index + 1] : [],
    );
    show(this.view, own, isScrolled);
  }
}

export const LANGUAGES = { typescript: dast, listing } as const;
