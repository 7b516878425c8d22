/**
 * A call site in one action list: puts the code of its template to states of the list. The first puts go
 * through the encoder's generic `put`; for a site that is used again and again a function is made of its
 * chunks, where the process allows code from strings.
 */
import { type ActionList, isInt, isWithin, type State } from '../encoder/index.ts';
import { textFunction } from '../exec/textfunction.ts';
import { addChunks } from './addedchunks.ts';
import { fitList } from './fitting.ts';
import { requireTranslator } from '../loader/bundle.ts';
import type { Site } from './site.ts';

type Run = (state: State, values: readonly unknown[]) => void;

/** So many puts cost as much as making the function. */
const GENERIC_PUTS = 50;

export class ListSite {
  /** Puts the template. `values`: those of the template. */
  run: Run;
  readonly #site: Site;
  readonly #list: ActionList;
  /** The offset of the site's chunks in the list. */
  readonly #start: number;
  #count = 0;

  /** @throws {EncodeError} BAD_LIST if the list has no room for the site's names */
  constructor(site: Site, list: ActionList) {
    this.#site = site;
    this.#list = list;
    this.#start = addChunks(list, site.chunks);
    this.run = (state, values) => this.#runGeneric(state, values);
  }

  #runGeneric(state: State, values: readonly unknown[]): void {
    if (++this.#count > GENERIC_PUTS) this.run = this.#makeRun() ?? this.run;
    if (this.#site.hasNames) fitList(state);
    for (const { start, values: putValues } of this.#site.puts) {
      state.emitter.put(this.#start + start, ...putValues.map(value => value(values, state)));
    }
  }

  /** Undefined where code from strings is forbidden. */
  #makeRun(): Run | undefined {
    this.#count = -Infinity;
    const { puts, hasNames } = this.#site;
    const computed = puts.flatMap(put => put.values);
    let index = 0;
    const body = requireTranslator().writeTemplateFunction(
      this.#list.chunks,
      puts.map(({ start, plain }) => ({
        start: this.#start + start,
        arguments: plain.map(value => {
          const own = index++;
          return value === undefined ? `computed[${own}](v, Dst)` : `v[${value}]`;
        }),
      })),
    );
    const make = textFunction(['encoder', 'computed'], body);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const run = make?.({ isInt, isWithin }, computed) as Run | undefined;
    if (run === undefined) return undefined;
    if (!hasNames) return run;
    return (state, values) => {
      fitList(state);
      run(state, values);
    };
  }
}
