/**
 * Captures: `.capture NAME` … `.endcapture` stores what is written between under a name, `.dumpcapture NAME` writes it out, in the state
 * that it has at the end of the file. Here the names are checked; what is stored, the target collects.
 */
import { isName } from './define.ts';
import { FatalError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { EndError } from '../diagnostic/log.ts';
import type { Slice } from '../text/slice.ts';
import type { Session } from '../session.ts';
import type { Assembler } from '../actionlist/assembler.ts';

/** Dumps inside captures multiply; more copies than this are taken to be a mistake. */
const MAX_COPIES = 100_000;
const MAX_NESTING = 500;

interface Capture {
  readonly place: Place;
  /** Captures dumped inside this one. */
  readonly dumps: string[];
}

export class Captures {
  readonly #session: Session;
  readonly #assembler: Assembler;
  readonly #captures = new Map<string, Capture>();
  readonly #dumped = new Set<string>();
  #current: { readonly name: string; readonly place: Place; readonly capture: Capture } | undefined;

  constructor(session: Session, assembler: Assembler) {
    this.#session = session;
    this.#assembler = assembler;
  }

  /** At the end of the file: captures that do not end, come out nowhere, or never come to an end. */
  finish(fail: EndError): void {
    if (this.#current) {
      const { name, place } = this.#current;
      fail('capture', `unfinished .capture \`${name}'`, place);
      return;
    }
    for (const name of this.#captures.keys()) {
      if (!this.#dumped.has(name)) fail('capture', `missing .dumpcapture ${name}`);
    }
    const endless = this.#findEndless();
    if (endless) fail('capture', `capture \`${endless.name}' does not end`, endless.place);
  }

  install(): void {
    const { directives } = this.#session;
    directives.add('.capture', 1, ([name]) => this.#start(checkName(name)));
    directives.add('.endcapture', 0, () => this.#end());
    directives.add('.dumpcapture', 1, ([name]) => this.#dump(checkName(name)));
  }

  #start(name: string): void {
    this.#assembler.writer.flush();
    if (this.#current) {
      const { name: open, place } = this.#current;
      throw new FatalError(`already capturing to \`${open}' since line ${place.line}`, { code: 'capture' });
    }
    const place = this.#session.cursor.place();
    const capture = this.#captures.get(name) ?? { place, dumps: [] };
    this.#captures.set(name, capture);
    this.#current = { name, place, capture };
    this.#session.emit({ kind: 'capture', name });
  }

  #end(): void {
    this.#assembler.writer.flush();
    if (!this.#current) throw new FatalError('.endcapture without a valid .capture', { code: 'capture' });
    this.#current = undefined;
    this.#session.emit({ kind: 'capture-end' });
  }

  #dump(name: string): void {
    this.#assembler.writer.flush();
    this.#dumped.add(name);
    this.#current?.capture.dumps.push(name);
    this.#session.emit({ kind: 'dump-capture', name, nested: this.#session.cursor.isNested });
  }

  /** The capture that dumps itself, directly or through others, or multiplies beyond measure; if any. */
  #findEndless(): { readonly name: string; readonly place: Place } | undefined {
    const copies = new Map<string, number>();
    for (const [name, { place }] of this.#captures) {
      if (this.#copies(name, 0, copies) > MAX_COPIES) return { name, place };
    }
    return undefined;
  }

  /** How many captures come out where `name` is dumped; `known` remembers what was found. */
  #copies(name: string, depth: number, known: Map<string, number>): number {
    if (depth > MAX_NESTING) return Infinity;
    let count = known.get(name);
    if (count !== undefined) return count;
    count = 1;
    for (const dump of this.#captures.get(name)?.dumps ?? []) {
      count += this.#copies(dump, depth + 1, known);
      if (count > MAX_COPIES) return Infinity;
    }
    known.set(name, count);
    return count;
  }
}

function checkName(operand: Slice | undefined): string {
  const name = operand?.text ?? '';
  if (!isName(name))
    throw new FatalError(`bad capture name \`${name}'`, { code: 'capture-name', at: operand });
  return name;
}
