/** The explanations of diagnostics: each example gets its code, and the one that is right gets no error. */
import { expect, test } from '@jest/globals';
import {
  ERRORS,
  explain,
  isWarningCode,
  translateSource,
  WARNINGS,
  type Explanation,
} from '../../src/preprocessor/index.ts';

const HEAD = '|.arch x64\n|.actionlist actions\n';

function codes(text: string, explanation: Explanation): readonly string[] {
  const lang = explanation.lang ?? 'ts';
  const source = text.includes('.arch') || !text.includes('|') ? text : HEAD + text;
  return translateSource(source, { file: 'f', lang }).diagnostics.map(({ code }) => code);
}

/** Explanations whose examples are source lines. */
const all: readonly (readonly [code: string, explanation: Explanation])[] = [
  ...Object.entries(ERRORS),
  ...Object.entries(WARNINGS),
];
const withSource = all.filter(([, { wrong }]) => wrong !== '' && !wrong.includes('dynasm '));

test.each(withSource)('the wrong example of %s gets its code, the right one none', (code, explanation) => {
  const { wrong, right } = explanation;
  expect(codes(wrong, explanation)).toContain(code);
  expect(codes(right, explanation)).toEqual([]);
});

test('an explanation has its code, what it means, and both examples', () => {
  expect(explain('index-register')).toBe(`index-register (error)

esp and rsp cannot be index registers, nor can registers that are smaller than 32 bits. Without
a scale either register can be the base, so that \`[rax+rsp]\` is right (in C and Lua only
\`[rsp+rax]\`).

wrong:

    | mov eax, [rax+rsp*2]

right:

    | mov eax, [rsp+rax*2]
`);
});

test('a code that is an error and a warning has both explanations', () => {
  expect(explain('displacement')).toMatch(/^displacement \(error\)\n[^]*\n\ndisplacement \(warning\)\n/);
});

test('what is not a code has no explanation', () => {
  for (const text of ['', 'toString', 'index_register'])
    expect([explain(text), isWarningCode(text)]).toEqual([undefined, false]);
});
