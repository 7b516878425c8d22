/**
 * What is mapped for a guarded thread: a list in the thread's data. A worker that is terminated runs nothing
 * any more, so that a later thread gives its memory back: `reclaimDead`.
 */
import { koffi } from '../koffi.ts';
import { MAX_MAPPINGS, Thread } from './guardlayout.ts';
import type { System } from './linuxsystem.ts';
import type { FaultRegistry } from './registry.ts';

export class ThreadMemory {
  readonly #table: BigUint64Array;

  /** @param data the thread's data, at its address */
  constructor(data: ArrayBuffer) {
    this.#table = new BigUint64Array(data, Thread.MAPPINGS, 2 * MAX_MAPPINGS);
  }

  /** Where there is no place, the memory is not given back. */
  add(address: bigint, size: number): void {
    const free = this.#find(0n);
    if (free < 0) return;
    this.#table[free] = address;
    this.#table[free + 1] = BigInt(size);
  }

  remove(address: bigint): void {
    const at = this.#find(address);
    if (at >= 0) this.#table[at] = 0n;
  }

  /** Addresses and sizes. */
  entries(): (readonly [address: bigint, size: number])[] {
    const found: (readonly [bigint, number])[] = [];
    for (let at = 0; at < this.#table.length; at += 2) {
      if (this.#table[at] !== 0n) found.push([this.#table[at]!, Number(this.#table[at + 1])]);
    }
    return found;
  }

  #find(address: bigint): number {
    for (let at = 0; at < this.#table.length; at += 2) if (this.#table[at] === address) return at;
    return -1;
  }
}

/**
 * Gives back the memory of threads that have ended and left it.
 * @param number of this thread
 */
export function reclaimDead(number: number, system: System, registry: FaultRegistry): void {
  for (const data of registry.removeDead(number, system)) {
    for (const [address, size] of new ThreadMemory(koffi().view(data, Thread.SIZE)).entries()) {
      registry.removeRange(address);
      system.unmap(address, size);
    }
    system.unmap(data, Thread.SIZE);
  }
}
