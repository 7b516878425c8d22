/**
 * Captures: the output between `.capture NAME` and `.endcapture` is stored under a name, and comes out at
 * each `.dumpcapture NAME`, as it is at the end of the file. Here the directives are checked; the language
 * collects the output.
 */
import { isName } from './define.ts';
import { FatalError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { LogEndError } from '../diagnostic/log.ts';
import type { Slice } from '../text/slice.ts';
import type { Session } from '../session.ts';
import type { Assembler } from '../actionlist/assembler.ts';

/** A capture that dumps others multiplies. More copies than this are taken for a mistake. */
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

  /** Logs, at the end of the file, captures that lack their end, come out nowhere, or contain themselves. */
  finish(logError: LogEndError): void {
    if (this.#current) {
      const { name, place } = this.#current;
      logError('capture', `unfinished .capture \`${name}'`, place);
      return;
    }
    for (const name of this.#captures.keys()) {
      if (!this.#dumped.has(name)) logError('capture', `missing .dumpcapture ${name}`);
    }
    const endless = this.#findEndless();
    if (endless) logError('capture', `capture \`${endless.name}' does not end`, endless.place);
  }

  install(): void {
    const { directives } = this.#session;
    directives.add('.capture', 1, ([name]) => this.#start(this.#name(name, true)));
    directives.add('.endcapture', 0, () => this.#end());
    directives.add('.dumpcapture', 1, ([name]) => this.#dump(this.#name(name, false)));
  }

  #name(slice: Slice | undefined, isDefinition: boolean): string {
    const name = checkName(slice);
    if (slice) this.#session.observation?.name('capture', name, slice, isDefinition);
    return name;
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
    this.#session.capture = name;
    this.#session.emit({ kind: 'capture', name });
  }

  #end(): void {
    this.#assembler.writer.flush();
    if (!this.#current) throw new FatalError('.endcapture without a valid .capture', { code: 'capture' });
    this.#current = undefined;
    this.#session.capture = undefined;
    this.#session.emit({ kind: 'capture-end' });
  }

  #dump(name: string): void {
    this.#assembler.writer.flush();
    this.#dumped.add(name);
    this.#current?.capture.dumps.push(name);
    const { cursor } = this.#session;
    this.#session.emit({ kind: 'dump-capture', name, place: cursor.place(), nested: cursor.isNested });
  }

  /**
   * A capture that dumps itself, directly or through others, or has too many copies; undefined if there is
   * none.
   */
  #findEndless(): { readonly name: string; readonly place: Place } | undefined {
    const copies = new Map<string, number>();
    for (const [name, { place }] of this.#captures) {
      if (this.#copies(name, 0, copies) > MAX_COPIES) return { name, place };
    }
    return undefined;
  }

  /** How many captures come out where `name` is dumped. `counts` holds those that were counted already. */
  #copies(name: string, depth: number, counts: Map<string, number>): number {
    if (depth > MAX_NESTING) return Infinity;
    let count = counts.get(name);
    if (count !== undefined) return count;
    count = 1;
    for (const dump of this.#captures.get(name)?.dumps ?? []) {
      count += this.#copies(dump, depth + 1, counts);
      if (count > MAX_COPIES) return Infinity;
    }
    counts.set(name, count);
    return count;
  }
}

function checkName(operand: Slice | undefined): string {
  const name = operand?.text ?? '';
  if (!isName(name))
    throw new FatalError(`bad capture name \`${name}'`, { code: 'capture-name', at: operand });
  return name;
}
