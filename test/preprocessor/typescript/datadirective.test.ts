/**
 * Data that DynASM does not know: floating-point numbers, text, bytes of files, and alignments with fillers.
 * Each statement in the generic put and in the functions written for chunks.
 */
import { describe, expect, test } from '@jest/globals';
import { EncodeError, State, type ActionList } from '../../../src/encoder/index.ts';
import { translateSource, type Diagnostic, type Language } from '../../../src/preprocessor/index.ts';
import { randomNumbers } from '../../seededrandom.ts';
import { evaluate, machineCode, translate } from './generatedmodule.ts';

const HEAD = '|.arch x64\n|.actionlist actions\n';

const FILE = Uint8Array.from({ length: 256 }, (_, index) => index);
const readBinary = (name: string) => (name === 'all.bin' ? { path: 'dir/all.bin', bytes: FILE } : undefined);

/** The code of some lines, in hexadecimal; `scope` has the values of variables. */
function bytesOf(lines: string, scope: Readonly<Record<string, unknown>> = {}, specialise = true): string {
  const source = `${HEAD}const emit = (Dst: any): void => {\n${lines}\n};`;
  const code = translate(source, { specialise, readBinary });
  const { actions, emit } = evaluate(code, ['actions', 'emit'], scope);
  const state = new State(actions as ActionList);
  (emit as (state: State) => void)(state);
  return machineCode(state);
}

function diagnosticsOf(line: string, lang: Language = 'ts'): readonly Diagnostic[] {
  return translateSource(`${HEAD}${line}\n`, { file: 'f', lang, readBinary }).diagnostics;
}

const VARIABLES = { x: 1.5, zero: -0, n: 0x263a, tiny: 2 ** -149, big: Number.MAX_VALUE };

// prettier-ignore
const CASES: readonly (readonly [lines: string, bytes: string])[] = [
  ['|.float 1.5, -0.0, -0, 0, 1e-46, 0x10, 1_0, .5, 2.', '0000c03f 00000080 00000080 00000000 00000000 00008041 00002041 0000003f 00000040'],
  ['|.float NaN, -NaN, Infinity, -Infinity, +Infinity', '0000c07f 0000c07f 0000807f 000080ff 0000807f'],
  ['|.float 3.4028235677973362e38, 16777217, 1.00000006', 'ffff7f7f 0000804b 0100803f'],
  ['|.float x, -x, x*2, (1.5), zero, tiny, NaN + x', '0000c03f 0000c0bf 00004040 0000c03f 00000080 01000000 0000c07f'],
  ['|.double 1.5, -0.0, 1e300, 0.1, 5e-324', '000000000000f83f 0000000000000080 9c7500883ce4377e 9a9999999999b93f 0100000000000000'],
  ['|.double NaN, Infinity, -Infinity', '000000000000f87f 000000000000f07f 000000000000f0ff'],
  ['|.double x, zero, big, NaN - x, 1/0', '000000000000f83f 0000000000000080 ffffffffffffef7f 000000000000f87f 000000000000f07f'],
  ['|.byte "abc", 0', '61626300'],
  [`|.byte 1, 'x', n & 255, "é☺", '', "😀"`, '0178 3a c3a9e298ba f09f9880'],
  [String.raw`|.byte "\0\b\t\n\v\f\r\"\'\\\q\x41\u00e9\u{1F600}\ud83d\ude00"`, '00 08090a0b0c0d 22275c71 41c3a9 f09f9880f09f9880'],
  ['|.asciz "a", "", \'b\'', '6100 00 6200'],
  ['|.ascii "a;b", "c,d" // comment', '613b62 632c64'],
  ['|.ascii "// /* ` ${x} .. | #"; .byte 1', '2f2f202f2a206020247b787d202e2e207c2023 01'],
  [String.raw`|.utf16 "aé☺😀", 0, n, 65535, "\ud800"`, '6100e9003a26 3dd800de 0000 3a26 ffff 00d8'],
  ['|.define TEXT, "a, b"\n|.asciz TEXT', '612c206200'],
  ['|.macro str, name, s\n|->name:\n|.asciz s\n|.endmacro\n| str a, "x, y;"', '782c20793b00'],
  ['|.define x, 3\n|.ascii "x"; .float x', '78 00004040'],
  ['|.incbin "all.bin", 0, 3; .incbin all.bin, 0xfd; .incbin \'all.bin\', 256; .incbin "all.bin", 3, 0', '000102 fdfeff'],
  ['|.byte 1; .align 8; nop', '01 0f1f8000000000 90'],
  ['|.byte 1; .align 8, 0xcc; .byte 2; .align qword, 255; nop', '01 cccccccccccccc 02 ffffffffffffff 90'],
  ['|.byte 1; .align 4, 0; .align 4, 7', '01000000'],
];

test.each(CASES)('%s', (lines, bytes) => {
  for (const specialise of [true, false])
    expect(bytesOf(lines, VARIABLES, specialise)).toBe(bytes.replaceAll(' ', ''));
});

test('a file without operands is written whole, and is a dependency', () => {
  expect(bytesOf('|.incbin "all.bin"')).toBe(Buffer.from(FILE).toString('hex'));
  const { dependencies } = translateSource(`${HEAD}|.incbin "all.bin", 1, 2\n|.incbin all.bin`, {
    file: 'f',
    lang: 'ts',
    readBinary,
  });
  expect(dependencies).toEqual(['dir/all.bin']);
});

/** Statements with these operands. A statement has at most 16. */
function dataLines(directive: string, texts: readonly string[]): string {
  return `|.${directive} ${texts.slice(0, 15).join(', ')}\n|.${directive} ${texts.slice(15).join(', ')}\n`;
}

test('random numbers, as literals and as values, have the bits that JavaScript gives them', () => {
  const below = randomNumbers(51);
  for (let round = 0; round < 60; round++) {
    const numbers = Array.from({ length: 30 }, () => {
      const digits = `${below(10)}.${below(1e9)}`;
      const number = Number(`${below(2) ? '-' : ''}${digits}e${below(90) - 50}`);
      return Number.isFinite(Math.fround(number)) ? number : 1;
    });
    const floats = Buffer.concat(numbers.map(number => Buffer.from(new Float32Array([number]).buffer)));
    const doubles = Buffer.concat(numbers.map(number => Buffer.from(new Float64Array([number]).buffer)));
    const expected = floats.toString('hex') + doubles.toString('hex');
    const literals = numbers.map(number => String(number));
    const values = numbers.map((_, index) => `v[${index}]`);
    for (const texts of [literals, values, literals.map((text, n) => (n % 2 ? text : values[n]!))]) {
      const source = dataLines('float', texts) + dataLines('double', texts);
      expect(bytesOf(source, { v: numbers }, round % 2 === 0)).toBe(expected);
    }
  }
});

// prettier-ignore
/** What string literals are made of; some parts are malformed. */
const PARTS = [
  'a', ' ', ',', ';', '//', '/*', '`', '${', '|', '#', '..', 'é', '☺', '😀', '\u2028', '\t', '1',
  '\\n', '\\0', '\\00', '\\1', '\\9', '\\x4', '\\x41', '\\X41', '\\u41', '\\u0041', '\\ud83d', '\\ude00',
  '\\u{}', '\\u{41}', '\\u{0000041}', '\\u{110000}', '\\u{1f600}', '\\"', "\\'", '\\\\', '\\z', '\\é', '\\😀', '\\\u2028',
];

test('random string literals mean what they mean in JavaScript', () => {
  const below = randomNumbers(52);
  let failures = 0;
  for (let round = 0; round < 1000; round++) {
    const quote = below(2) ? '"' : "'";
    let text = '';
    for (let count = below(7); count > 0; count--) text += PARTS[below(PARTS.length)];
    const literal = quote + text + quote;
    let value: string | undefined;
    try {
      // eslint-disable-next-line typescript/no-implied-eval -- JavaScript itself says what the literal means
      value = String(new Function(`'use strict'; return ${literal};`)());
    } catch {
      failures++;
    }
    const codes = diagnosticsOf(`|.utf16 ${literal}`).map(({ code }) => code);
    expect([literal, codes]).toEqual([literal, value === undefined ? ['text'] : []]);
    if (value === undefined) continue;
    expect(bytesOf(`|.utf16 ${literal}`)).toBe(Buffer.from(value, 'utf16le').toString('hex'));
    if (/\p{Surrogate}/u.test(value)) {
      expect(diagnosticsOf(`|.byte ${literal}`).map(({ code }) => code)).toEqual(['text']);
    } else expect(bytesOf(`|.byte ${literal}`)).toBe(Buffer.from(value).toString('hex'));
  }
  expect(failures).toBeGreaterThan(200);
});

test('expressions are evaluated once, in the order of the source, over the borders of puts', () => {
  const calls: number[] = [];
  const next = (): number => calls.push(calls.length);
  const lines = Array.from({ length: 20 }, () => '|.double next(), next(); .float next(); .qword next()');
  const numbers = Array.from({ length: 80 }, (_, index) => index + 1);
  const expected = numbers.map((number, index) => {
    const bytes = Buffer.alloc(index % 4 === 2 ? 4 : 8);
    if (index % 4 === 2) bytes.writeFloatLE(number);
    else if (index % 4 === 3) bytes.writeBigInt64LE(BigInt(number));
    else bytes.writeDoubleLE(number);
    return bytes.toString('hex');
  });
  expect(bytesOf(lines.join('\n'), { next })).toBe(expected.join(''));
  expect(calls).toHaveLength(80);
});

// prettier-ignore
const VALUES: readonly (readonly [directive: string, value: unknown, reason: string])[] = [
  ['float', 1n, '1n is not a number'],
  ['double', 1n, '1n is not a number'],
  ['float', '1', 'the string "1" is not a number'],
  ['double', null, 'null is not a number'],
  ['double', undefined, 'undefined is not a number'],
  ['float', [1], 'an object (Array) is not a number'],
  ['double', Symbol('s'), 'Symbol(s) is not a number'],
  ['float', 1e39, '1e+39 does not fit a float, which reaches to ±3.4028234663852886e+38'],
  ['float', -3.4028235677973366e38, '-3.4028235677973366e+38 does not fit a float, which reaches to ±3.4028234663852886e+38'],
  ['utf16', 65536, '65536 does not fit a word, 0…65535; cut it with `& 0xffff` if that is meant'],
  ['utf16', 'a', 'the string "a" is not an integer'],
];

test.each(VALUES)('.%s of %p is an error of the put', (directive, value, reason) => {
  for (const specialise of [true, false]) {
    let message = '';
    try {
      bytesOf(`|.${directive} 1\n|.${directive} 2, v`, { v: value }, specialise);
    } catch (error) {
      message = error instanceof EncodeError ? `${error.code} ${error.message}` : String(error);
    }
    expect(message).toBe(`RANGE_I test.dast:5: ${reason}`);
  }
});

// prettier-ignore
const ERRORS: readonly (readonly [code: string, line: string, marks: string])[] = [
  ['float-range', '|.float 1, 1e39',               '           ^~~~'],
  ['float-range', '|.float -3.4028235677973366e38', '        ^~~~~~~~~~~~~~~~~~~~~~'],
  ['float-range', '|.double 1, -1e400',            '            ^~~~~~'],
  ['number',      '|.float 1, 010',                '           ^~~'],
  ['number',      '|.double 1n',                   '         ^~'],
  ['data',        '|.float rax, ->x, 1',           '        ^~~'],
  ['data',        '|.float 1, ->x',                '           ^~~'],
  ['data',        '|.double [rax]',                '         ^~~~~'],
  ['data',        '|.double dword x',              '         ^~~~~~~'],
  ['data',        '|.double &x',                   '         ^~'],
  ['text',        '|.float 1, "1"',                '           ^~~'],
  ['text',        '|.word 1, "a"',                 '          ^~~'],
  ['text',        '|.sbyte "a"',                   '        ^~~'],
  ['text',        '|.qword "a"; .byte "a"',        '        ^~~'],
  ['text',        '|.aword \'a\'',                 '        ^~~'],
  ['text',        '|.byte "a", "b" "c"',           '                ^~~'],
  ['text',        '|.byte "\\x1", "\\x"',          '        ^~'],
  ['text',        '|.byte "a", "a\\x"',            '              ^~'],
  ['text',        '|.asciz "a", "\\ud800"',        '             ^~~~~~~~'],
  ['text',        '|.asciz "a", 0',                '             ^'],
  ['text',        '|.ascii `a`',                   '        ^~~'],
  ['text',        '|.ascii x',                     '        ^'],
  ['data',        '|.utf16 "a", ->x',              '             ^~~'],
  ['immediate-range', '|.utf16 0, 65536',          '           ^~~~~'],
  ['number',      '|.utf16 0, 0.5',                '           ^~~'],
  ['expression',  '|.byte "a',                     '       ^~'],
  ['incbin',      '|.incbin "none.bin"',           '         ^~~~~~~~~~'],
  ['incbin',      '|.incbin all.bin, 257',         '                  ^~~'],
  ['incbin',      '|.incbin all.bin, 250, 7',      '                       ^'],
  ['incbin',      '|.incbin all.bin, -1',          '                  ^~'],
  ['incbin',      '|.incbin all.bin, 0, 1.5',      '                     ^~~'],
  ['incbin',      '|.incbin all.bin, n',           '                  ^'],
  ['operand-count', '|.incbin',                    ' ^~~~~~~'],
  ['filler',      '|.align 16, 256',               '            ^~~'],
  ['filler',      '|.align 16, n',                 '            ^'],
  ['alignment',   '|.align 3, 3',                  '        ^'],
];

test.each(ERRORS)('%s: %s', (code, line, marks) => {
  const [first] = diagnosticsOf(line);
  const column = marks.indexOf('^') + 1;
  expect([first?.code, first?.line, first?.column, first?.length]).toEqual([
    code,
    3,
    column,
    marks.length - column + 1,
  ]);
});

function fail(): never {
  throw new Error('no permission');
}

test('what the caller of the translator throws is said', () => {
  const source = `${HEAD}|.incbin "x"\n| mov eax, ebx, ecx, edx, esi`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'ts', readBinary: fail });
  // It is not fatal: the second error is found, too.
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'file `"x"\' cannot be read: no permission',
    expect.stringContaining('mov'),
  ]);
});

describe('a large file', () => {
  let bytes = Buffer.alloc(1 << 20);
  const below = randomNumbers(53);
  for (let index = 0; index < bytes.length; index++) bytes[index] = below(256);
  const options = { readBinary: () => ({ path: 'large', bytes }) };

  test('is copied by the generic put, and its neighbours keep their functions', () => {
    const source = `${HEAD}const emit = (Dst: any) => {\n| nop\n};\nconst data = (Dst: any) => {\n|.incbin "large"\n};`;
    const code = translate(source, options);
    expect(code.match(/^function .*/gm)).toHaveLength(1);
    const { actions, data } = evaluate(code, ['actions', 'data']);
    const state = new State(actions as ActionList);
    (data as (state: State) => void)(state);
    expect(machineCode(state) === bytes.toString('hex')).toBe(true);
  });

  test('has a limit', () => {
    // Each byte takes two in the list; STOP is one more.
    bytes = Buffer.alloc(1 << 23, 255);
    const source = `${HEAD}|.incbin "large"\n| nop`;
    const { diagnostics } = translateSource(source, { file: 'f', lang: 'ts', ...options });
    expect(diagnostics.map(({ code, line, notes }) => [code, line, notes])).toEqual([
      ['incbin', 3, ['it would have 16777217 bytes, and can have 16777216']],
    ]);
  });
});

test('C and Lua output know none of it', () => {
  const names = ['.float 1', '.double 1', '.ascii "a"', '.asciz "a"', '.utf16 "a"', '.incbin "all.bin"'];
  for (const lang of ['c', 'lua'] as const) {
    for (const name of names)
      expect(diagnosticsOf(`| ${name}`, lang).map(({ code }) => code)).toEqual(['unknown-statement']);
    expect(diagnosticsOf('|.align 16, 0', lang).map(({ code }) => code)).toEqual(['operand-count']);
    expect(diagnosticsOf('|.byte "a"', lang)).toEqual([]);
  }
});
