// Captured packets as pcap files have them: records one behind the other, each with a header of four numbers of 32 bits,
// lower byte first (seconds, microseconds, captured length, length on the wire).

import { InputError } from '../common/inputerror.ts';

export const HEADER_SIZE = 16;
const FILE_HEADER_SIZE = 24;
const ETHERNET = 1;

/** Records that are complete, and how many these are. */
export interface Capture {
  readonly records: Uint8Array;
  readonly count: number;
}

/** What a pcap file holds. Throws `InputError`. */
export function readCapture(file: Uint8Array): Capture {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const magic = file.length < FILE_HEADER_SIZE ? 0 : view.getUint32(0, true);
  if (magic !== 0xa1b2c3d4 && magic !== 0xa1b23c4d) throw new InputError('not a pcap file, lower byte first');
  if (view.getUint32(20, true) !== ETHERNET) throw new InputError('not a capture of Ethernet packets');
  let count = 0;
  let at = FILE_HEADER_SIZE;
  while (at < file.length) {
    const end = at + HEADER_SIZE + (at + HEADER_SIZE <= file.length ? view.getUint32(at + 8, true) : 0);
    if (end > file.length) throw new InputError(`cut off behind ${count} records`);
    at = end;
    count++;
  }
  return { records: file.subarray(FILE_HEADER_SIZE), count };
}

/** Random packets, mostly TCP and UDP of a few hosts and ports; some are of other kinds, or cut off. */
export function randomCapture(count: number, random: (limit: number) => number): Capture {
  const pick = (values: readonly number[]): number => values[random(values.length)] ?? 0;
  const records: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const packet = Buffer.alloc(60 + random(200));
    for (let at = 0; at < packet.length; at++) packet[at] = random(256);
    packet.writeUInt16BE(pick([0x0800, 0x0800, 0x0800, 0x0800, 0x0806, 0x86dd, random(65_536)]), 12);
    packet[14] = 0x40 + pick([5, 5, 5, 6, 15, 0]);
    packet.writeUInt16BE(pick([0, 0, 0, 0x4000, 0x2000, 100]), 20);
    packet[23] = pick([6, 6, 17, 17, 1, 47]);
    for (const at of [26, 30]) packet.set([10, 0, pick([0, 0, 1, 255]), pick([1, 2, 3])], at);
    const transport = 14 + ((packet[14] ?? 0) & 15) * 4;
    for (const at of [transport, transport + 2]) {
      if (at + 2 <= packet.length) packet.writeUInt16BE(pick([80, 443, 53, 1024 + random(60_000)]), at);
    }
    const captured = pick([packet.length, packet.length, packet.length, random(packet.length + 1)]);
    const header = Buffer.alloc(HEADER_SIZE);
    header.writeUInt32LE(i, 0);
    header.writeUInt32LE(captured, 8);
    header.writeUInt32LE(packet.length, 12);
    records.push(header, packet.subarray(0, captured));
  }
  return { records: Buffer.concat(records), count };
}
