/**
 * C output and classic diagnostics, byte for byte what DynASM 1.5.0 writes (fixtures/c), and the C output of
 * arm64 (fixtures/c-arm64), whose messages are our own.
 */
import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { renderClassic, renderDefinitions, translateSource } from '../../src/preprocessor/index.ts';
import { caseOptions, readBytes, type Case } from './referencerun.ts';

const folder = join(import.meta.dirname, '../../fixtures/c');
const arm64Folder = join(import.meta.dirname, '../../fixtures/c-arm64');
const HEAD_LINES = 7;

/** The output below the head comment, which has other words. */
function body(output: string): string {
  return output.split('\n').slice(HEAD_LINES).join('\n');
}

/** Errors without the text of a wrong condition, which is Lua's own. */
function withoutConditionText(errors: string): string {
  return errors.replaceAll(/bad condition: .*/g, 'bad condition');
}

/**
 * Errors with the captures of a dump in alphabetical order; the reference's order is that of Lua's tables.
 */
function sortCaptures(errors: string): string {
  const [before = '', captures] = errors.split('\nCaptures:\n');
  if (captures === undefined) return errors;
  const sorted = captures.split(/^(?= {2}\w+ +\()/m).toSorted((a, b) => (a.trim() < b.trim() ? -1 : 1));
  return [before, ...sorted.map(text => text.trimEnd())].join('\n');
}

/** Errors without their messages. */
function withoutMessages(errors: string): string {
  return errors.replaceAll(/(: error: ).*:$/gm, '$1');
}

const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
const arm64Cases: readonly Case[] = JSON.parse(readFileSync(join(arm64Folder, 'cases.json'), 'utf8'));

test('the reference has more than 140 runs, and 52 for arm64', () => {
  expect(cases.length).toBeGreaterThan(140);
  expect(arm64Cases).toHaveLength(52);
});

test.each(cases.map(run => [[...run.args, run.input].join(' '), run] as const))(
  'dynasm %s: C output and classic diagnostics are those of the reference',
  (_, run) => {
    const { input, exit, stdout, stderr } = run;
    const { options, dumps } = caseOptions(folder, run);
    const { code, diagnostics, definitions } = translateSource(readBytes(join(folder, input)), options);
    const dump = definitions ? renderDefinitions(definitions, dumps > 1) : '';
    const errors = sortCaptures(withoutConditionText(renderClassic(diagnostics, input)) + dump);
    expect(errors).toBe(sortCaptures(withoutConditionText(readBytes(join(folder, stderr)))));
    expect(body(code ?? '')).toBe(body(readBytes(join(folder, stdout))));
    expect(code === undefined).toBe(exit !== 0);
  },
);

test.each(arm64Cases.map(run => [[...run.args, run.input].join(' '), run] as const))(
  'dynasm %s, arm64: C output is that of the reference, and errors are in the same lines',
  (_, run) => {
    const { input, exit, stdout, stderr } = run;
    const { options, dumps } = caseOptions(arm64Folder, run);
    const { code, diagnostics, definitions } = translateSource(readBytes(join(arm64Folder, input)), options);
    const dump = definitions ? renderDefinitions(definitions, dumps > 1) : '';
    const errors = withoutMessages(renderClassic(diagnostics, input)) + dump;
    expect(errors).toBe(withoutMessages(readBytes(join(arm64Folder, stderr))));
    expect(body(code ?? '')).toBe(body(readBytes(join(arm64Folder, stdout))));
    expect(code === undefined).toBe(exit !== 0);
  },
);

interface Program {
  readonly input: string;
  readonly args: readonly string[];
  readonly sha256: string;
  readonly puts: number;
}

const programs = join(arm64Folder, 'programs');

test.each(
  (JSON.parse(readFileSync(join(programs, 'programs.json'), 'utf8')) as readonly Program[]).map(
    run => [[...run.args, run.input].join(' '), run] as const,
  ),
)("dynasm %s: C output of people's programs for arm64 is that of the reference", (_, run) => {
  const { options } = caseOptions(programs, { ...run, exit: 0, stdout: '', stderr: '' });
  const text = gunzipSync(readFileSync(join(programs, `${run.input}.gz`))).toString('latin1');
  const output = body(translateSource(text, options).code ?? '');
  expect(output.match(/dasm_put\(Dst/g)).toHaveLength(run.puts);
  // The reference has hashed the empty line behind the head, too.
  expect(createHash('sha256').update(`\n${output}`, 'latin1').digest('hex')).toBe(run.sha256);
});

test('the name in #line is the one that a C compiler reads as the name of the file', () => {
  const names: readonly (readonly [name: string, text: string])[] = [
    ['src\\jit\\x64.dasc', 'src\\\\jit\\\\x64.dasc'],
    ['a"b.dasc', 'a\\"b.dasc'],
    ['what??/n.dasc', 'what?\\?/n.dasc'],
    ['a???b.dasc', 'a?\\?\\?b.dasc'],
    ['tab\tline\n2.dasc', 'tab\\011line\\0122.dasc'],
    ['plain/ü.dasc', 'plain/ü.dasc'],
  ];
  const found = names.map(([file]) => {
    const { code = '' } = translateSource('|.arch x64\nint x;\n', { file, lang: 'c' });
    return /^#line \d+ "(.*)"$/m.exec(code)?.[1];
  });
  expect(found).toEqual(names.map(([, text]) => text));
});
