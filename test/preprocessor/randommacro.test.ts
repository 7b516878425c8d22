/**
 * Random programs with macros: labels of macros, `%%name`, assemble to what pc labels with a number for each
 * expansion assemble to, with and without the cache of statements. DYNASM_SEED=<seed> replays one program.
 */
import { expect, jest, test } from '@jest/globals';
import { TextCache } from '../../src/preprocessor/text/textcache.ts';
import { randomNumbers, type Random } from '../seededrandom.ts';
import { assembleText } from './assembledtext.ts';

interface Macro {
  readonly parameters: number;
  readonly body: readonly BodyLine[];
}

/** A label in a body: one of the macro, or one of its parameters. */
type Name = { readonly own: number } | { readonly parameter: number };

type BodyLine =
  | { readonly do: 'code'; readonly text: string }
  | { readonly do: 'refer'; readonly mnemonic: string; readonly name: Name }
  | { readonly do: 'define'; readonly name: Name }
  | { readonly do: 'expand'; readonly macro: number; readonly names: readonly Name[] };

const CODE = ['nop', 'add eax, 1', 'mov rax, [rbx+rcx*4+1000]', '.space 120', '1:', 'ret'];
const REFERENCES = ['jmp', 'jz', 'call', 'lea rax,', '.aword'];

/** A macro that expands only those before it. It defines its own labels. */
function randomMacro(random: Random, macros: readonly Macro[]): Macro {
  const owned = random(4);
  const parameters = random(3);
  const names: Name[] = [
    ...Array.from({ length: owned }, (_, own) => ({ own })),
    ...Array.from({ length: parameters }, (_, parameter) => ({ parameter })),
  ];
  const body: BodyLine[] = [];
  for (let n = random(8); n > 0; n--) {
    const name = names[random(names.length)];
    const kind = random(10);
    if (kind < 4 || name === undefined) body.push({ do: 'code', text: CODE[random(CODE.length)] ?? 'nop' });
    else if (kind < 8)
      body.push({ do: 'refer', mnemonic: REFERENCES[random(REFERENCES.length)] ?? 'jmp', name });
    else if (macros.length > 0) {
      const macro = random(macros.length);
      const count = macros[macro]?.parameters ?? 0;
      body.push({
        do: 'expand',
        macro,
        names: Array.from({ length: count }, () => names[random(names.length)] ?? name),
      });
    }
  }
  for (const name of names.slice(0, owned)) body.splice(random(body.length + 1), 0, { do: 'define', name });
  return { parameters, body };
}

function written(name: Name): string {
  return 'own' in name ? `%%label${name.own}` : `p${name.parameter}`;
}

function operandOf(mnemonic: string, label: string): string {
  return mnemonic.startsWith('lea') ? `${mnemonic} [${label}]` : `${mnemonic} ${label}`;
}

function sourceOf(macros: readonly Macro[], calls: readonly number[]): string {
  const lines: string[] = [];
  for (const [index, { parameters, body }] of macros.entries()) {
    lines.push(['.macro m' + index, ...Array.from({ length: parameters }, (_, n) => `p${n}`)].join(', '));
    for (const line of body) {
      if (line.do === 'code') lines.push(line.text);
      else if (line.do === 'define') lines.push(`${written(line.name)}:`);
      else if (line.do === 'refer') lines.push(operandOf(line.mnemonic, written(line.name)));
      else lines.push(`m${line.macro} ${line.names.map(written).join(', ')}`);
    }
    lines.push('.endmacro');
  }
  // A macro around all calls has the label that the outermost ones are given.
  lines.push('.macro all');
  for (const call of calls) {
    lines.push(
      `m${call} ${Array<string>(macros[call]?.parameters ?? 0)
        .fill('%%end')
        .join(', ')}`,
    );
  }
  lines.push('%%end:', '.endmacro', 'all');
  return lines.join('\n');
}

/** The same program with pc labels. */
function plainSourceOf(macros: readonly Macro[], calls: readonly number[]): string {
  const lines: string[] = [];
  let count = 1;
  const expand = ({ body }: Macro, given: readonly number[]): void => {
    const first = count;
    count += 4;
    const labelOf = (name: Name): number => ('own' in name ? first + name.own : (given[name.parameter] ?? 0));
    for (const line of body) {
      if (line.do === 'code') lines.push(line.text);
      else if (line.do === 'define') lines.push(`=>${labelOf(line.name)}:`);
      else if (line.do === 'refer') lines.push(operandOf(line.mnemonic, `=>${labelOf(line.name)}`));
      else expand(macros[line.macro] ?? { parameters: 0, body: [] }, line.names.map(labelOf));
    }
  };
  for (const call of calls) {
    const macro = macros[call] ?? { parameters: 0, body: [] };
    expand(macro, Array<number>(macro.parameters).fill(0));
  }
  return [...lines, '=>0:'].join('\n');
}

const replay = process.env['DYNASM_SEED'] || undefined;
const firstSeed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);

test('random programs with macro labels assemble to what they do with a pc label for each', () => {
  for (let seed = firstSeed; seed < firstSeed + (replay === undefined ? 200 : 1); seed++) {
    const random = randomNumbers(seed);
    const macros: Macro[] = [];
    for (let n = 2 + random(6); n > 0; n--) macros.push(randomMacro(random, macros));
    const calls = Array.from({ length: 1 + random(6) }, () => random(macros.length));
    const source = sourceOf(macros, calls);
    const actual = assembleText(source);
    expect(actual.errors).toBe('');
    if (actual.code !== assembleText(plainSourceOf(macros, calls)).code)
      throw new Error(`DYNASM_SEED=${seed}\n${source}`);
    const lookup = jest.spyOn(TextCache.prototype, 'get').mockReturnValue(undefined);
    expect(assembleText(source)).toEqual(actual);
    lookup.mockRestore();
  }
});
