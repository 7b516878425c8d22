/** Random filters and packets: machine code and JavaScript let the same packets pass. */
import { randomCapture } from '../../examples/packetfilter/capture.ts';
import { parse } from '../../examples/packetfilter/filter.ts';
import { compile } from '../../examples/packetfilter/packetcode.dast';
import { javascript } from '../../examples/packetfilter/predicate.ts';
import type { Random } from '../seededrandom.ts';
import { agreement, choose } from './agreement.ts';

function test(random: Random): string {
  const side = choose(random, ['', 'src ', 'dst ']);
  switch (random(6)) {
    case 0:
      return choose(random, ['ip', 'ip6', 'arp', 'tcp', 'udp', 'icmp']);
    case 1:
      return `${side}host 10.0.${choose(random, [0, 1, 255])}.${1 + random(3)}`;
    case 2:
      return (
        side + choose(random, ['net 10.0.0.0/16', 'net 10.0.0.0/23', 'net 0.0.0.0/0', 'net 10.0.255.0/25'])
      );
    case 3:
      return `${side}port ${choose(random, [80, 443, 53, 0])}`;
    case 4:
      return `${side}portrange ${random(500)}-${500 + random(65_000)}`;
    default:
      return `${choose(random, ['less', 'greater'])} ${random(300)}`;
  }
}

function filter(random: Random, depth: number): string {
  if (depth === 0) return test(random);
  const inner = (): string => filter(random, depth - 1);
  const text = `${inner()} ${choose(random, ['and', 'or'])} ${inner()}`;
  return choose(random, [text, `(${text})`, `not (${text})`, `not ${inner()}`, test(random)]);
}

agreement(100, random => {
  const source = filter(random, random(5));
  const parsed = parse(source);
  const capture = randomCapture(random(200), random);
  const [found, expected] = [new Uint32Array(capture.count), new Uint32Array(capture.count)];
  const counts = [compile(parsed)(capture, found), javascript(parsed)(capture, expected)];
  if (counts[0] !== counts[1] || found.some((place, index) => place !== expected[index])) {
    throw new Error(
      `${source}: ${counts[0]} packets instead of ${counts[1]}: ${found.join()} instead of ${expected.join()}`,
    );
  }
});
