/**
 * Texts that guarded code returns. koffi would read one as soon as the code has returned, and an address
 * where there is none would end the process. So koffi is asked for the address; machine code reads the text
 * to its end, as a guarded call, and then koffi does.
 */
import { type ActionList, State } from '../encoder/index.ts';
import { koffi, type TypeObject } from './koffi.ts';
import type { Block } from './memory/block.ts';
import { codeInPool } from './owncode.ts';
import { hostArch } from './process.ts';
import * as arm64 from './prototype/arm64textend.ts';
import * as x64 from './prototype/textend.ts';

/** koffi's names of the characters of its types of texts. */
const CHARACTERS: Readonly<Record<string, string>> = {
  String: 'char',
  String16: 'char16_t',
  String32: 'char32_t',
};

/** By the size of a character. */
const readers = new Map<number, Block>();

/**
 * @param guard makes a guarded call of code: `void (void *)`
 * @returns a function that takes an address, or null, and returns the text; undefined for other types, and
 *   for texts that koffi frees when it has read them
 */
export function returnedText(
  { primitive, disposable }: TypeObject,
  guard: (code: Block) => (address: unknown) => unknown,
): ((address: unknown) => unknown) | undefined {
  const character = CHARACTERS[primitive];
  if (character === undefined || disposable) return undefined;
  const { decode, sizeof } = koffi();
  const read = guard(readerOf(sizeof(character)));
  return address => {
    if (typeof address !== 'bigint') return address;
    read(address);
    return decode(address, character, -1) as unknown;
  };
}

function readerOf(size: number): Block {
  let reader = readers.get(size);
  if (reader === undefined) {
    const { actions, putTextEnd } = hostArch === 'arm64' ? arm64 : x64;
    const state = new State<ActionList>(actions);
    putTextEnd(state, size);
    reader = codeInPool(state, 'dynasm_text');
    readers.set(size, reader);
  }
  return reader;
}
