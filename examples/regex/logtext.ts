// A made-up log of a server, the same at each run.

const WORDS =
  'the server has closed a connection to some client because it took longer than what was allowed'.split(' ');
const LEVELS = ['info', 'info', 'info', 'debug', 'warning', 'error'];

/** Lines of a log, as many characters as `length` says. */
export function logText(length: number): string {
  let state = 1;
  const number = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const two = (limit: number): string => String(number(limit)).padStart(2, '0');
  const lines: string[] = [];
  for (let size = 0; size < length; size += (lines.at(-1) ?? '').length) {
    const words = Array.from({ length: 4 + number(16) }, () => WORDS[number(WORDS.length)]).join(' ');
    const address = Array.from({ length: 4 }, () => number(256)).join('.');
    const time = `2026-${two(12)}-${two(28)} ${two(24)}:${two(60)}:${two(60)}`;
    const mail = number(8) === 0 ? ` <user${number(1000)}@mail${number(10)}.example.com>` : '';
    lines.push(`${time} ${LEVELS[number(LEVELS.length)]} ${address}${mail} "${words}"\n`);
  }
  return lines.join('').slice(0, length);
}
