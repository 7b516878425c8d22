/**
 * Encode: takes linked contents and a base address. It has the sections encoded one by one, and writes the
 * code into the user's buffer, and the addresses of global labels into the user's array.
 */
import { type Address, isAddress, joinHalves } from './address.ts';
import type { Contents } from './contents.ts';
import type { Encoder, Surroundings } from './encoder.ts';
import { LONG_RUN } from './encoder.ts';
import { actionError, labelName } from './failures.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import { Status, show } from './format/status.ts';
import * as Instance from './instance.ts';

/**
 * Encodes the code, which has `size` bytes, for the address `base`. If it throws, nothing is written.
 * @throws {EncodeError} RANGE_REL, UNDEF_EXT
 */
export function encodeSections(
  encoder: Encoder,
  contents: Contents,
  surroundings: Surroundings,
  buffer: Uint8Array,
  base: Address,
  size: number,
): void {
  const { sections, labels, is64Bit } = contents;
  const { globals, starts, scratch } = surroundings;
  scratch.grow(0, size, 0, 0);
  fillGlobals(contents, globals);
  encoder.start(contents, surroundings, base);
  let shift = 0;
  for (let index = 0; index < sections.length; index++) {
    shift = encoder.encodeSection(sections[index]!, starts[index]!, shift);
  }
  if (starts[sections.length]! + shift !== size) {
    throw actionError(contents, Status.PHASE, 'encoded and linked size differ', undefined);
  }
  copyOut(scratch.bytes, buffer, size);
  encoder.resolver = undefined;
  const { defined = [] } = encoder;
  for (let i = 0; i < defined.length; i += 2) {
    const [index = 0, instance = 0] = [defined[i], defined[i + 1]];
    encoder.put(labels.instances[instance + Instance.FINAL]!);
    globals[index] = is64Bit ? joinHalves(encoder.low, encoder.high) : BigInt(encoder.low >>> 0);
  }
}

function copyOut(source: Uint8Array, target: Uint8Array, size: number): void {
  if (size > LONG_RUN) target.set(source.subarray(0, size));
  else for (let i = 0; i < size; i++) target[i] = source[i]!;
}

/**
 * Takes the addresses of labels that nothing defines from the array of globals; one that is not there is 0,
 * as in DynASM.
 */
function fillGlobals(contents: Contents, globals: readonly (Address | undefined)[]): void {
  const { labels, is64Bit } = contents;
  for (let number = FIRST_GLOBAL; number < labels.namedSize; number++) {
    const instance = labels.named[number]!;
    if (instance <= 0) continue;
    const address = globals[number - FIRST_GLOBAL] ?? 0;
    if (!isAddress(address, is64Bit)) {
      const text = `${labelName(contents, number)}: ${show(address)} in globals is not an address`;
      throw actionError(contents, Status.RANGE_REL, text, undefined);
    }
    labels.writeAddress(-1 - labels.instances[instance + Instance.FINAL]!, address);
  }
}
