// A language of filters for packets, a part of tcpdump's: `tcp and dst port 80 and not src net 10.0.0.0/8`.
//
//   ip, ip6, arp                                   Ethernet packets of that type
//   tcp, udp, icmp                                 IPv4 packets of that protocol
//   [src|dst] host 192.168.0.1                     IPv4 addresses; without src and dst, either may be it
//   [src|dst] net 10.0.0.0/8
//   [src|dst] port 80, [src|dst] portrange 1-1023  of TCP and UDP over IPv4, where the packet has its first fragment
//   less 60, greater 1000                          length of the packet, at most and at least
//   not, and, or, ( )                              `and` binds more tightly than `or`
//
// A test that looks at bytes which have not been captured fails.
import { Scanner } from '../common/scanner.ts';

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly operand: Filter }
  | Test;

export type Test =
  | { readonly kind: 'type'; readonly type: number }
  | { readonly kind: 'protocol'; readonly protocol: number }
  | { readonly kind: 'net'; readonly side: Side; readonly address: number; readonly mask: number }
  | { readonly kind: 'port'; readonly side: Side; readonly low: number; readonly high: number }
  | { readonly kind: 'length'; readonly least: number; readonly most: number };

export type Side = 'src' | 'dst';

const SIMPLE: Readonly<Record<string, Test>> = {
  ip: { kind: 'type', type: 0x0800 },
  arp: { kind: 'type', type: 0x0806 },
  ip6: { kind: 'type', type: 0x86dd },
  icmp: { kind: 'protocol', protocol: 1 },
  tcp: { kind: 'protocol', protocol: 6 },
  udp: { kind: 'protocol', protocol: 17 },
};
const LONGEST_PACKET = 2 ** 31 - 1;

/** Reads a filter. Throws `SourceError`. */
export function parse(source: string): Filter {
  const scanner: Scanner = new Scanner(source);

  const symbol = (pattern: RegExp): string | undefined => {
    scanner.take(/\s*/y);
    return scanner.take(pattern);
  };
  const number = (what: string, most: number): number => {
    const digits = symbol(/\d+/y);
    if (digits === undefined) scanner.fail(`expected ${what}, found ${scanner.next}`);
    if (Number(digits) > most) scanner.fail(`${what} is at most ${most}`, scanner.position - digits.length);
    return Number(digits);
  };

  const choice = (): Filter => {
    let left = all();
    while (symbol(/or\b/y)) left = { kind: 'or', left, right: all() };
    return left;
  };
  const all = (): Filter => {
    let left = negation();
    while (symbol(/and\b/y)) left = { kind: 'and', left, right: negation() };
    return left;
  };
  const negation = (): Filter => {
    let negative = false;
    while (symbol(/not\b/y)) negative = !negative;
    const operand = symbol(/\(/y) ? brackets() : test();
    return negative ? { kind: 'not', operand } : operand;
  };
  const brackets = (): Filter => {
    const inner = scanner.nest(choice);
    if (!symbol(/\)/y)) scanner.fail(`expected \`)\`, \`and\` or \`or\`, found ${scanner.next}`);
    return inner;
  };

  const test = (): Filter => {
    const side = symbol(/(?:src|dst)\b/y) as Side | undefined;
    const word = symbol(/[a-z]\w*/iy);
    const start = scanner.position - (word?.length ?? 0);
    if (word === undefined) scanner.fail(`expected a test, found ${scanner.next}`);
    /** Without a side, one of the two must pass. */
    const sides = (make: (side: Side) => Test): Filter =>
      side ? make(side) : { kind: 'or', left: make('src'), right: make('dst') };
    switch (word) {
      case 'host': {
        const address = addressAt();
        return sides(side => ({ kind: 'net', side, address, mask: 0xffff_ffff }));
      }
      case 'net': {
        const address = addressAt();
        const place = scanner.position;
        if (!symbol(/\//y)) scanner.fail(`expected \`/\` and a number of bits, found ${scanner.next}`);
        const bits = number('a number of bits', 32);
        const mask = bits === 0 ? 0 : (-1 << (32 - bits)) >>> 0;
        if ((address & ~mask) !== 0) scanner.fail(`the address has more than ${bits} bits`, place);
        return sides(side => ({ kind: 'net', side, address, mask }));
      }
      case 'port': {
        const port = number('a port', 65_535);
        return sides(side => ({ kind: 'port', side, low: port, high: port }));
      }
      case 'portrange': {
        const low = number('a port', 65_535);
        if (!symbol(/-/y)) scanner.fail(`expected \`-\` and a port, found ${scanner.next}`);
        const high = number('a port', 65_535);
        if (low > high) scanner.fail('the ports are out of order', start);
        return sides(side => ({ kind: 'port', side, low, high }));
      }
    }
    if (side) scanner.fail(`expected host, net, port or portrange, found \`${word}\``, start);
    if (word === 'less') return { kind: 'length', least: 0, most: number('a length', LONGEST_PACKET) };
    if (word === 'greater') {
      return { kind: 'length', least: number('a length', LONGEST_PACKET), most: LONGEST_PACKET };
    }
    const simple = Object.hasOwn(SIMPLE, word) ? SIMPLE[word] : undefined;
    if (!simple) scanner.fail(`no test \`${word}\``, start);
    return simple;
  };

  /** An IPv4 address as a number of 32 bits. */
  const addressAt = (): number => {
    const text = symbol(/\d+\.\d+\.\d+\.\d+/y);
    if (text === undefined) scanner.fail(`expected an address such as 10.0.0.1, found ${scanner.next}`);
    const parts = text.split('.').map(Number);
    if (parts.some(part => part > 255)) {
      scanner.fail('the numbers of an address are at most 255', scanner.position - text.length);
    }
    return parts.reduce((sum, part) => sum * 256 + part, 0);
  };

  const filter = choice();
  scanner.take(/\s*/y);
  if (!scanner.atEnd) scanner.fail(`expected \`and\`, \`or\` or the end, found ${scanner.next}`);
  return filter;
}
