// Filters packets by machine code that is made for the filter, and by JavaScript, which must let the same ones pass. Then both
// are timed. Without a file the packets are random; files are those that `tcpdump -w` writes.
//
//   dynasm run examples/packetfilter/tcpfilter.ts 'tcp and dst port 80 and not src net 10.0.1.0/24'
//   dynasm run examples/packetfilter/tcpfilter.ts 'udp and port 53' capture.pcap
import { readFileSync } from 'node:fs';
import { command } from '../common/command.ts';
import { inFile } from '../common/inputerror.ts';
import { compare } from '../common/comparison.ts';
import { randomCapture, readCapture } from './capture.ts';
import { parse } from './filter.ts';
import { compile } from './packetcode.dast';
import { javascript } from './predicate.ts';

command("tcpfilter.ts 'filter' [file.pcap]", args => {
  const [source, file] = args;
  if (source === undefined || args.length > 2) return false;
  const filter = parse(source);
  const capture =
    file === undefined
      ? randomCapture(10_000, limit => Math.floor(Math.random() * limit))
      : inFile(file, () => readCapture(readFileSync(file)));
  const [assembly, plain] = [compile(filter), javascript(filter)];
  const [ours, theirs] = [new Uint32Array(capture.count), new Uint32Array(capture.count)];
  const passed = [assembly(capture, ours), plain(capture, theirs)];
  if (passed[0] !== passed[1] || ours.some((place, index) => place !== theirs[index])) {
    throw new Error(`${passed[0]} packets pass, in JavaScript ${passed[1]}`);
  }
  console.log(`${passed[0]} of ${capture.count} packets pass`);
  compare(
    () => assembly(capture, ours),
    () => plain(capture, theirs),
  );
  return true;
});
