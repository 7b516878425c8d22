/**
 * Which language the names of input and output ask for: every pair of endings, in the function that chooses,
 * on the command line and in the library.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseLanguage } from '../src/files/filelanguage.ts';
import { testCases } from './casefile.ts';
import { Folder } from './packagefolder.ts';

type Row = readonly [language: string, endings: string];

const INPUTS: readonly Row[] = [
  ['ts', 'dast'],
  ['c', 'dasc'],
  ['lua', 'dasl'],
];
const OUTPUTS: readonly Row[] = [
  ['ts', 'ts mts cts tsx'],
  ['js', 'js mjs jsx'],
  ['c', 'c h cc cpp cxx c++ hh hpp hxx h++'],
  ['lua', 'lua'],
];
const UNKNOWN = ['x', 'x.txt', 'x.map', 'x.js.map', 'x.inc', 'x.s', '.c', '/dev/null', '-', ''];

function pairs(rows: readonly Row[]): (readonly [language: string, ending: string])[] {
  return rows.flatMap(([language, endings]) => endings.split(' ').map(ending => [language, ending] as const));
}

function familyOf(language: string): string {
  return language === 'js' ? 'ts' : language;
}

/** The language, or the first words of the error. */
function choice(input: string, output?: string): string | undefined {
  try {
    return chooseLanguage(input, output);
  } catch (error) {
    return String(error).replace(/:.*/s, '');
  }
}

describe('chooseLanguage', () => {
  const found = [...pairs(INPUTS), ...pairs(OUTPUTS)];

  test('takes the language from the input if there is no output', () => {
    for (const [language, ending] of found) {
      expect([ending, choice(`a/x.${ending}`)]).toEqual([ending, language]);
      expect([ending, choice(`X.${ending.toUpperCase()}`)]).toEqual([ending, language]);
    }
    for (const name of UNKNOWN) expect([name, choice(name)]).toEqual([name, undefined]);
  });

  test('takes it from an output of the family of the input, and throws for one of another', () => {
    for (const [own, input] of found) {
      for (const [wanted, output] of pairs(OUTPUTS)) {
        const expected = familyOf(own) === familyOf(wanted) ? wanted : 'OutputLanguageError';
        expect([input, output, choice(`x.${input}`, `x.${output}`)]).toEqual([input, output, expected]);
        const upper = choice(`x.${input.toUpperCase()}`, `x.${output.toUpperCase()}`);
        expect([input, output, upper]).toEqual([input, output, expected]);
      }
    }
  });

  test('does not look at unknown endings', () => {
    for (const name of UNKNOWN) {
      for (const [language, ending] of found) {
        expect([name, ending, choice(`x.${ending}`, name)]).toEqual([name, ending, language]);
        expect([name, ending, choice(name, `x.${ending}`)]).toEqual([name, ending, language]);
      }
      expect(choice(name, 'x.txt')).toBe(undefined);
    }
  });

  test('does not take CommonJS as output, since generated code is an ES module', () => {
    for (const input of ['x.dast', 'x.js', '-']) expect(choice(input, 'x.cjs')).toBe('OutputLanguageError');
    expect(choice('x.cjs', 'x.js')).toBe('js');
  });

  test('throws an error that names both files and says what would be right', () => {
    expect(() => chooseLanguage('a/in.dast', 'b/out.c')).toThrow(
      "`a/in.dast' is translated to TypeScript or JavaScript, but `b/out.c' is named as C: choose an output that ends in " +
        '.ts, .mts, .cts, .tsx, .js, .mjs or .jsx, or give the language (--lang, option lang)',
    );
    expect(() => chooseLanguage('in.dasl', 'out.h')).toThrow(
      "`in.dasl' is translated to Lua, but `out.h' is named as C: choose an output that ends in .lua, or give the language",
    );
    expect(() => chooseLanguage('in.dast', 'out.cjs')).toThrow(
      "`in.dast' is translated to an ES module, but `out.cjs' is named as CommonJS: choose an output that ends in .js or .mjs,",
    );
  });
});

const SOURCE = '|.arch x64\n|.actionlist actions\n';
let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'in.dast': SOURCE,
    'in.dasc': SOURCE,
    'in.dasl': SOURCE,
    'in.txt': SOURCE,
    'old.c': 'old',
  });
});
afterAll(() => folder.remove());

/** What the first lines of an output look like. */
function languageOf(name: string): string {
  const text = readFileSync(join(folder.path, name), 'utf8');
  if (text.startsWith('--')) return 'lua';
  if (text.includes('#error')) return 'c';
  return text.includes('as const') || text.includes('$dasm') ? 'ts or js' : text.slice(0, 200);
}

describe('the language of the output on the command line', () => {
  test.each([
    ['translate', 'in.dast', 'old.c'],
    ['translate', 'missing.dast', 'new.c'],
    ['translate', 'in.dasc', 'new.ts'],
    ['translate', 'in.dasl', 'NEW.C'],
    ['', 'in.dasc', 'new.js'],
    ['', 'in.dast', 'new.lua'],
    ['', 'in.dast', 'new.cjs'],
    ['translate', '-', 'new.cjs'],
  ])('%s %s -o %s is an error, and nothing is read or written', (command, input, output) => {
    const before = readdirSync(folder.path);
    const { status, stdout, stderr } = folder.dynasm([command, input, '-o', output].filter(Boolean), SOURCE);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^dynasm: `.*' is translated to .*, but `.*' is named as .*: .*--lang.*\n$/);
    for (const name of [input, output]) expect(stderr).toContain(`\`${name}'`);
    expect(readdirSync(folder.path)).toEqual(before);
    expect(readFileSync(join(folder.path, 'old.c'), 'utf8')).toBe('old');
  });

  test.each([
    [['translate', 'in.dast', '-o', 'lang.c', '--lang', 'ts'], 'ts or js'],
    [['translate', 'in.dast', '-o', 'lang.cjs', '-l', 'js'], 'ts or js'],
    [['translate', 'in.dasc', '-o', 'lang.ts', '--lang', 'c'], 'c'],
    [['in.dasc', '-o', 'out.inc'], 'c'],
    [['in.dasc', '-o', 'out.hpp'], 'c'],
    [['in.dast', '-o', 'out.MTS'], 'ts or js'],
    [['in.txt', '-o', 'txt.lua'], 'lua'],
    [['in.txt', '-o', 'txt.out'], 'c'],
    [['translate', 'in.txt', '-o', 'txt2.out'], 'ts or js'],
    [['-', '-o', 'stdin.ts'], 'ts or js'],
    [['translate', '-', '-o', 'stdin.h'], 'c'],
  ])('%j writes %s', (args, language) => {
    expect(folder.dynasm(args, SOURCE)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(languageOf(args[args.indexOf('-o') + 1] ?? '')).toBe(language);
  });
});

testCases('programs/outputlanguage.txt', ['program'], parts => {
  folder.write('main.mjs', parts.get('program') ?? '');
  const { stdout, stderr } = folder.node(['main.mjs']);
  expect(stderr).toBe('');
  expect(existsSync(join(folder.path, 'library.ts'))).toBe(false);
  return { output: stdout.trimEnd() };
});
