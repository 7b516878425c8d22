/**
 * Encode: fills in distances and addresses in the section buffers, for a base address, and copies the code, without what
 * link has cut out of it, into the user's buffer.
 */
import { FIRST_GLOBAL } from './actions.ts';
import { type Address, hexadecimal, highHalf, isAddress, joinHalves, lowHalf } from './address.ts';
import { describeReference, externName, failure, labelName } from './failure.ts';
import * as Instance from './instance.ts';
import * as Record from './record.ts';
import type { Section } from './section.ts';
import type { State } from './state.ts';
import { Status, show } from './status.ts';

/** Encodes for `base`. @throws EncodeError RANGE_REL, UNDEF_EXT; then nothing is written. */
export function encodeSections(state: State, buffer: Uint8Array, base: Address, size: number): void {
  const { sections, starts, labels, scratch, wide } = state;
  scratch.grow(0, size, 0, 0);
  const out = scratch.view;
  fillGlobals(state);
  const { instances } = labels;
  const { actions } = state.list;
  const encoder = new AddressEncoder(state, base);
  /** Pairs: index of a global, its instance. */
  const defined: number[] = [];
  let shift = 0;
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index]!;
    const { records, recordEnd, view } = section;
    const start = starts[index]!;
    /** Start of what is not copied yet. */
    let run = 0;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const value = records[r + 1]!;
      const end = records[r + 2]!;
      switch (word & 0xff) {
        case Record.GLOBAL:
          defined.push(actions[(word >>> 8) + 1]! - FIRST_GLOBAL, value);
          break;
        case Record.ALIGN: {
          const surplus = (start + end + shift) & value;
          if (surplus > 0) {
            copy(section, run, end - surplus, scratch, start + run + shift);
            run = end;
            shift -= surplus;
          }
          break;
        }
        case Record.REL:
        case Record.JMP:
        case Record.JCC: {
          const target = instances[value + Instance.FINAL]!;
          const here = start + end + shift;
          view.setInt32(
            end - 4,
            target >= 0 ? target - here : encoder.distance(target, here, word >>> 8, value),
            true,
          );
          break;
        }
        case Record.JMP | Record.SHORT: {
          copy(section, run, end - 5, scratch, start + run + shift);
          run = end;
          shift -= Record.JMP_SAVES;
          const here = start + end + shift;
          out.setInt16(here - 2, 0xeb | ((instances[value + Instance.FINAL]! - here) << 8), true);
          break;
        }
        case Record.JCC | Record.SHORT: {
          copy(section, run, end - 6, scratch, start + run + shift);
          run = end;
          shift -= Record.JCC_SAVES;
          const here = start + end + shift;
          out.setInt16(
            here - 2,
            (view.getUint8(end - 5) - 0x10) | ((instances[value + Instance.FINAL]! - here) << 8),
            true,
          );
          break;
        }
        case Record.IMM:
          encoder.put(instances[value + Instance.FINAL]!);
          if (wide) {
            view.setInt32(end - 8, encoder.low, true);
            view.setInt32(end - 4, encoder.high, true);
          } else view.setInt32(end - 4, encoder.low, true);
          break;
        case Record.EXTERN:
          view.setInt32(end - 4, encoder.extern(value, start + end + shift, word >>> 8), true);
          break;
        default:
      }
    }
    copy(section, run, section.position, scratch, start + run + shift);
  }
  if (starts[sections.length]! + shift !== size) {
    throw failure(state, Status.PHASE, 'encoded and linked size differ');
  }
  copyOut(scratch.bytes, buffer, size);
  for (let i = 0; i < defined.length; i += 2) {
    encoder.put(instances[defined[i + 1]! + Instance.FINAL]!);
    state.globals[defined[i]!] = wide ? joinHalves(encoder.low, encoder.high) : BigInt(encoder.low >>> 0);
  }
}

/** From this length on a call into the runtime pays. */
const LONG_RUN = 192;

/**
 * Copies bytes `from`…`to` of a section. May write up to 15 bytes more: most runs are shorter than 16, and a processor foresees
 * a loop that ends after one round.
 */
function copy(source: Section, from: number, to: number, target: Section, at: number): void {
  if (to - from > LONG_RUN) {
    target.bytes.set(source.bytes.subarray(from, to), at);
    return;
  }
  const input = source.view;
  const output = target.view;
  for (; from < to; from += 16, at += 16) {
    output.setInt32(at, input.getInt32(from, true), true);
    output.setInt32(at + 4, input.getInt32(from + 4, true), true);
    output.setInt32(at + 8, input.getInt32(from + 8, true), true);
    output.setInt32(at + 12, input.getInt32(from + 12, true), true);
  }
}

function copyOut(source: Uint8Array, target: Uint8Array, size: number): void {
  if (size > LONG_RUN) target.set(source.subarray(0, size));
  else for (let i = 0; i < size; i++) target[i] = source[i]!;
}

/** Addresses of the global labels that nothing defines come from the globals array; none is 0, as in DynASM. */
function fillGlobals(state: State): void {
  const { labels, globals, wide } = state;
  for (let number = FIRST_GLOBAL; number < labels.namedSize; number++) {
    const instance = labels.named[number]!;
    if (instance <= 0) continue;
    const address = globals[number - FIRST_GLOBAL] ?? 0;
    if (!isAddress(address, wide)) {
      const text = `${labelName(state, number)}: ${show(address)} in globals is no address`;
      throw failure(state, Status.RANGE_REL, text);
    }
    const index = -1 - labels.instances[instance + Instance.FINAL]!;
    labels.writeAddress(index, address);
  }
}

/** Sums and differences of 64-bit addresses in halves. */
class AddressEncoder {
  /** Result of `put`. */
  low = 0;
  high = 0;
  private readonly state: State;
  /** Addresses of the externs met so far, by number, and their offsets from the base. */
  private readonly externs: Address[] = [];
  private readonly externOffsets: number[] = [];
  private readonly baseLow: number;
  private readonly baseHigh: number;

  constructor(state: State, base: Address) {
    this.state = state;
    this.baseLow = lowHalf(base) >>> 0;
    this.baseHigh = highHalf(base);
  }

  /** Puts the address of a label's final offset, or address index, into `low` and `high`. */
  put(final: number): void {
    if (final >= 0) {
      const sum = this.baseLow + final;
      this.low = sum | 0;
      this.high = (this.baseHigh + (sum >= 2 ** 32 ? 1 : 0)) | 0;
    } else {
      const { addresses } = this.state.labels;
      this.low = addresses[(-1 - final) * 2]!;
      this.high = addresses[(-1 - final) * 2 + 1]!;
    }
  }

  /** Distance of an address (by its index) from an offset in the code. */
  distance(final: number, here: number, offset: number, instance: number): number {
    this.put(final);
    const distance = this.offset() - here;
    return this.isNear(distance) ? distance | 0 : this.failReach(here, offset, instance);
  }

  /** The 32-bit field of an EXTERN action. */
  extern(number: number, here: number, offset: number): number {
    const { state } = this;
    if (this.externs[number] === undefined) {
      this.take((this.externs[number] = this.resolve(number, offset)));
      this.externOffsets[number] = this.offset();
    }
    const isRelative = state.list.actions[offset + 1] === 1;
    const distance = this.externOffsets[number]! - here;
    if (isRelative && this.isNear(distance)) return distance | 0;
    this.take(this.externs[number]);
    if (isRelative) this.failReach(here, offset, 0);
    const { low, high } = this;
    const fits = low >= 0 ? high === 0 : high === -1 || (high === 0 && !state.list.chunks.isSigned(offset));
    if (state.wide && !fits) {
      const target = `${describeReference(state, offset, 0)}, at ${hexadecimal(joinHalves(low, high))},`;
      throw failure(state, Status.RANGE_REL | offset, `${target} does not fit a 32-bit field`, offset);
    }
    return low;
  }

  private resolve(number: number, offset: number): Address {
    const { state } = this;
    const { externs } = state.list;
    const address = state.resolver?.(externs[number], number);
    if (isAddress(address, state.wide)) return address;
    const reason = Number.isNaN(address) ? state.faultText : '';
    const text =
      address === undefined || reason !== ''
        ? `${externName(externs, number)} has no address${reason && `: ${reason}`}`
        : `${externName(externs, number)}: ${show(address)} is no address`;
    throw failure(state, Status.UNDEF_EXT | number, text, offset);
  }

  private take(address: Address): void {
    this.low = lowHalf(address);
    this.high = highHalf(address);
  }

  /** Offset of the address in `low` and `high` from the base; exact as far as 32-bit distances reach. */
  private offset(): number {
    const difference = (this.low >>> 0) - this.baseLow;
    return ((this.high - this.baseHigh - (difference < 0 ? 1 : 0)) | 0) * 2 ** 32 + (difference >>> 0);
  }

  /** Does the distance fit its field? On x86 everything is in reach. */
  private isNear(distance: number): boolean {
    return distance === (distance | 0) || !this.state.wide;
  }

  /** Throws the error for the address in `low` and `high`. */
  private failReach(here: number, offset: number, instance: number): never {
    const { state, low, high } = this;
    const sum = this.baseLow + here;
    const from = hexadecimal(joinHalves(sum | 0, this.baseHigh + (sum >= 2 ** 32 ? 1 : 0)));
    const target = `${describeReference(state, offset, instance)}, at ${hexadecimal(joinHalves(low, high))},`;
    const text = `${target} is out of reach of a 32-bit distance from ${from}`;
    throw failure(state, Status.RANGE_REL | offset, text, offset);
  }
}
