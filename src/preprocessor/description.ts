/**
 * Describes to people what the assembler supports: registers, actions, directives and instruction forms of an
 * architecture. All of it comes from the arch's own tables; only the meanings of directives are written here.
 */
import { checkArgument, expecting, isArrayOf, isText } from '../encoder/format/argument.ts';
import * as Action from '../encoder/format/actioncode.ts';
import * as Arm64Action from '../encoder/format/arm64/arm64action.ts';
import { BASE, baseline, expandFeatures, featuresBeyond } from '../encoder/format/feature.ts';
import type { SupportedForm } from './arch/arch.ts';
import { findArch } from './arch/index.ts';
import { StatementError } from './diagnostic/error.ts';
import { featureNames, isCpu, readFeature } from './directive/featurename.ts';

/** Directives with their operands and what they do. `…` repeats; what stands in brackets may be left out. */
// prettier-ignore
export const DIRECTIVES: readonly (readonly [name: string, operands: string, meaning: string])[] = [
  ['.actionlist',  'name',                      'the action list comes here'],
  ['.addr',        'value…',                    'data of address size; also .aword'],
  ['.align',       'size [, byte]',             'pads to a power of two, 2 … 256, or a size word'],
  ['.arch',        'name',                      'the architecture; must come first'],
  ['.asciz',       'text…',                     'data in UTF-8, a 0 behind each; without the 0: .ascii'],
  ['.byte',        'value or text…',            'data; also .sbyte .word .dword .long .qword .quad'],
  ['.capture',     'name',                      'stores the output up to .endcapture under a name'],
  ['.cpu',         'feature… or default',       'allows features beyond those of --cpu, up to .cpu default'],
  ['.define',      'name [, text]',             'a name that stands for text (1 without it)'],
  ['.double',      'number…',                   'floating-point data; also .float'],
  ['.dumpcapture', 'name',                      'what is stored under that name comes here'],
  ['.elif',        'condition',                 'another branch of .if'],
  ['.else',        '',                          'the last branch of .if'],
  ['.endcapture',  '',                          'ends .capture'],
  ['.endif',       '',                          'ends .if'],
  ['.endmacro',    '',                          'ends .macro'],
  ['.endproc',     '[name]',                    'ends .proc'],
  ['.error',       'text',                      'an error with that text'],
  ['.externnames', 'name',                      'the names of the externs come here'],
  ['.fatal',       'text',                      'an error that ends translation'],
  ['.globalnames', 'name',                      'the names of the global labels come here'],
  ['.globals',     'prefix',                    'the numbers of the global labels come here'],
  ['.if',          'condition',                 'assembles what follows only if it holds'],
  ['.incbin',      'file [, offset [, count]]',  'the bytes of a file'],
  ['.include',     'file',                      'reads a file in this place; <dynasm/abi>: ours'],
  ['.label',       'label [, &address]',        'defines a label, as `label:`; or sets it to an address'],
  ['.ltorg',       '',                          'ARM64: the literals of `ldr x0, =value` so far'],
  ['.macro',       'name [, parameter…]',       'the statements up to .endmacro become one'],
  ['.nop',         '[anything]',                'nothing'],
  ['.proc',        'name [, size]',             'a function: aligned, with a global label and a size'],
  ['.relabel',     'label [, &address]',        'moves a label to this place, or to an address'],
  ['.section',     'name…',                     'declares code sections; each .name switches to its own'],
  ['.space',       'count [, byte]',            'count bytes with that value (0 without it)'],
  ['.type',        'name, type [, register]',   'members of a host type become operands: name->member'],
  ['.utf16',       'text or value…',            'data in UTF-16'],
];

const isForms = /* @__PURE__ */ isArrayOf(
  expecting('a form, as findForms returns them', value =>
    ['mnemonic', 'operands', 'encoding', 'features'].every(
      key => typeof value === 'object' && value !== null && typeof Reflect.get(value, key) === 'string',
    ),
  ),
);

/** The forms as text, one line each, in columns. */
export function renderForms(forms: readonly SupportedForm[]): string {
  checkArgument('renderForms', 'forms', forms, isForms);
  const mnemonicWidth = Math.max(0, ...forms.map(({ mnemonic }) => mnemonic.length)) + 2;
  const operandsWidth = Math.max(0, ...forms.map(({ operands }) => operands.length)) + 2;
  const encodingWidth = Math.max(0, ...forms.map(({ encoding }) => encoding.length)) + 2;
  return forms
    .map(({ mnemonic, operands, encoding, features }) => {
      const form = `${mnemonic.padEnd(mnemonicWidth)}${operands.padEnd(operandsWidth)}`;
      return `${form}${features === '' ? encoding : encoding.padEnd(encodingWidth) + features}\n`;
    })
    .join('');
}

/**
 * The forms of the instructions whose name matches `pattern`, in which `*` stands for anything and `?` for
 * one character. With `cpu`, features of processors or a level as in the option `cpu`: those that a processor
 * with these features has. Throws `FatalError` for an unknown architecture, `StatementError` for a feature.
 */
export function findForms(
  archName: string,
  pattern = '*',
  cpu?: string | readonly string[],
): readonly SupportedForm[] {
  checkArgument('findForms', 'archName', archName, isText);
  checkArgument('findForms', 'pattern', pattern, isText);
  if (cpu !== undefined) checkArgument('findForms', 'cpu', cpu, isCpu);
  const text = pattern
    .toLowerCase()
    .replaceAll(/[^a-z0-9*?]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  const arch = findArch(archName);
  const forms = arch.forms(new RegExp(`^${text}$`));
  if (cpu === undefined) return forms;
  if (archName === 'arm64') {
    const known = new Set(arch.forms().flatMap(({ features }) => features.split(' ').filter(Boolean)));
    const given = new Set(featureNames(cpu).map(name => readArmFeature(name, known)));
    return forms.filter(({ features }) => features.split(' ').every(name => name === '' || given.has(name)));
  }
  const given = expandFeatures(featureNames(cpu).map(name => readFeature(name)));
  const all = new Set([...baseline(archName === 'x86' ? 'x86' : 'x64'), ...given]);
  return forms.filter(({ features }) => featuresBeyond(features || BASE, all) === undefined);
}

/** The feature of ARM64 that a name means, with `FEAT_` or without. Throws `StatementError`. */
function readArmFeature(name: string, known: ReadonlySet<string>): string {
  const wanted = name.toLowerCase().replace(/^feat_/, '');
  const found = [...known].find(each => each.toLowerCase() === `feat_${wanted}`);
  if (found !== undefined) return found;
  throw new StatementError(`\`${name}' is not a feature of ARM64 processors that an instruction needs`, {
    code: 'cpu',
    notes: [`there are ${[...known].toSorted().join(', ')}`],
  });
}

/** Of the constants, those that are codes. */
function isArm64Action([name]: readonly [string, unknown]): boolean {
  return /^(?:STOP|SECTION|ESC|ALIGN|VREG|REL_\w+|LABEL_\w+|IMM\w*)$/.test(name);
}

/** Everything that the architecture has, as text. Throws `FatalError` for an unknown one. */
export function describeArch(name: string): string {
  checkArgument('describeArch', 'name', name, isText);
  const arch = findArch(name);
  const registers = arch.registerGroups.map(
    ({ size, variable, names }) =>
      `  ${size.padEnd(9)}${`${variable}(n)`.padEnd(8)}${names.map(aliases => aliases.join('=')).join(' ')}\n`,
  );
  const codes = name === 'arm64' ? Object.entries(Arm64Action).filter(isArm64Action) : Object.entries(Action);
  const actions = (codes as readonly (readonly [string, number])[])
    .toSorted(([, a], [, b]) => a - b)
    .map(([action, code]) => `  ${action.padEnd(10)}${code}\n`);
  const directives = DIRECTIVES.map(
    ([directive, operands, meaning]) => `  ${directive.padEnd(14)}${operands.padEnd(26)}${meaning}\n`,
  );
  return [
    `Architecture ${name}\n\nRegisters, by size; (n) is a register whose number is an expression:\n`,
    ...registers,
    '\nActions of the encoding engine:\n',
    ...actions,
    '\nDirectives:\n',
    ...directives,
    '\nInstructions, with their operands and encodings:\n',
    renderForms(arch.forms()),
  ].join('');
}
