/**
 * Names of arguments in lists with integers and floating-point numbers, where systems differ in how they
 * count: `CARG2_1` is argument 2 of the list and the first integer in it, `CFARG2_1` the first floating-point
 * number. Takes the registers of both kinds; returns what the names stand for.
 */
type Registers = readonly (readonly string[])[];

/** On every system so many arguments are in registers. */
const MAX_POSITION = 4;

/** `choose` takes both numbers of a name, and returns the number of the register. */
export function nameMixed(
  integers: Registers,
  floats: Registers,
  choose: (position: number, count: number) => number,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let position = 1; position <= MAX_POSITION; position++) {
    for (let count = 1; count <= position; count++) {
      const index = choose(position, count) - 1;
      const [whole = '', half = ''] = integers[index] ?? [];
      names.set(`CARG${position}_${count}`, whole);
      names.set(`CARG${position}_${count}d`, half);
      names.set(`CFARG${position}_${count}`, floats[index]?.[0] ?? '');
    }
  }
  return names;
}
