// Makes JavaScript of a filter, for comparison: one expression over the bytes of a record, in a loop over the records.
import { HEADER_SIZE, type Capture } from './capture.ts';
import type { Filter } from './filter.ts';

/** Stores the places of the records that pass, for which there is room, and returns how many these are. */
export type PacketFilter = (capture: Capture, places: Uint32Array) => number;

/** `at` is where the packet begins, `captured` how many of its bytes there are. */
function text(filter: Filter): string {
  const isIp = 'captured >= 14 && view.getUint16(at + 12) === 0x0800';
  switch (filter.kind) {
    case 'and':
      return `(${text(filter.left)} && ${text(filter.right)})`;
    case 'or':
      return `(${text(filter.left)} || ${text(filter.right)})`;
    case 'not':
      return `!${text(filter.operand)}`;
    case 'type':
      return `(captured >= 14 && view.getUint16(at + 12) === ${filter.type})`;
    case 'protocol':
      return `(${isIp} && captured >= 24 && view.getUint8(at + 23) === ${filter.protocol})`;
    case 'net': {
      const place = filter.side === 'src' ? 26 : 30;
      return `(${isIp} && captured >= 34 && (view.getUint32(at + ${place}) & ${filter.mask}) === ${filter.address | 0})`;
    }
    case 'port':
      return `(${isIp} && captured >= 24 && hasPort(view, at, captured, ${filter.side === 'src' ? 0 : 2}, ${filter.low}, ${filter.high}))`;
    default:
      return `(${filter.least} <= view.getUint32(at - 4, true) && view.getUint32(at - 4, true) <= ${filter.most})`;
  }
}

export function javascript(filter: Filter): PacketFilter {
  // oxlint-disable-next-line typescript/no-implied-eval
  return new Function(
    '{ records }',
    'places',
    `const hasPort = (view, at, captured, place, low, high) => {
      const protocol = view.getUint8(at + 23);
      if ((protocol !== 6 && protocol !== 17) || (view.getUint16(at + 20) & 0x1fff) !== 0) return false;
      const transport = 14 + (view.getUint8(at + 14) & 15) * 4;
      if (captured < transport + 4) return false;
      const port = view.getUint16(at + transport + place);
      return low <= port && port <= high;
    };
    const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
    let count = 0;
    for (let at = 0; at < records.length; ) {
      const record = at;
      const captured = view.getUint32(at + 8, true);
      at += ${HEADER_SIZE};
      if (${text(filter)}) places[count++] = record;
      at += captured;
    }
    return count;`,
  ) as PacketFilter;
}
