/** What lies at an offset of built code, for errors: the nearest label, the instruction, its source line. */
import { codeParts } from './codeparts.ts';
import { dump } from './listing.ts';
import type { BuiltCode } from './listedcode.ts';
import type { CodePlace } from './memory/block.ts';

/** The longest instruction of x86 (Intel's manual, volume 2, 2.3.11), in bytes. ARM64's have 4. */
const MAX_INSTRUCTION = 15;

export function placeAt({ list, layout, address, bytes, symbols }: BuiltCode, offset: number): CodePlace {
  const label = symbols.findLast(symbol => symbol.offset <= offset);
  // Behind the code is no line.
  const part = offset < layout.size ? codeParts(layout).findLast(each => each.offset <= offset) : undefined;
  return {
    offset,
    label: label?.name,
    labelOffset: offset - (label?.offset ?? 0),
    instruction: instructionIn(bytes.subarray(offset, offset + MAX_INSTRUCTION), address, list.arch),
    source: part && list.sourceOf(part.action),
  };
}

/** The first instruction of some bytes, as text; without a disassembler their hexadecimal numbers. */
function instructionIn(bytes: Uint8Array, address: bigint, arch: BuiltCode['list']['arch']): string {
  if (bytes.length === 0) return arch === 'arm64' ? 'udf #0' : 'int3';
  try {
    const [line = ''] = dump(bytes, address, { arch }).split('\n', 1);
    return line.replace(/^\S+ +(?:[0-9a-f]{2} )+ +/, '');
  } catch {
    return `the bytes ${Buffer.from(bytes).toString('hex')}`;
  }
}
