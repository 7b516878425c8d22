/** What the page and its workers tell each other, and the texts that the panes show. */

/** A text of lines. Each line has the numbers (from 1) of the source lines that it belongs to. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly (readonly number[])[];
}

export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** From 1; 0 for the whole text. */
  readonly line: number;
  /** From 1; undefined where the whole line is meant. */
  readonly column?: number | undefined;
  readonly length?: number | undefined;
  /** Of the translator, with an explanation on the page of diagnostics. */
  readonly code?: string | undefined;
}

/** Asks for a translation. */
export interface Source {
  readonly text: string;
  /** For statements without a module, and for the platform. */
  readonly arch: string;
  readonly system: string;
}

export interface Translated {
  readonly problems: readonly Problem[];
  /** Undefined if there were errors. */
  readonly typescript: LinkedText | undefined;
  readonly program: Program | undefined;
}

/** What is run. */
export interface Program {
  /** The body of a module in CommonJS, without types. Its lines are those of the source, … */
  readonly javascript: string;
  /** … behind so many lines that stand in front of it. */
  readonly added: number;
  readonly arch: string;
}

/** What the program has made so far. The first message is `start`, the last one `end`. */
export type Result =
  /** All that is needed is loaded: from here on the time counts. */
  | { readonly kind: 'start' }
  | { readonly kind: 'list'; readonly actions: LinkedText }
  | { readonly kind: 'code'; readonly listing: LinkedText; readonly bytes: Uint8Array }
  | { readonly kind: 'print'; readonly text: string }
  /** The program has called machine code. */
  | { readonly kind: 'call' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'end' };
