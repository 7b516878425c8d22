/** Names that directives declare: one that is declared twice is an error at the second directive. */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/index.ts';

const NAMES = {
  actionlist: '|.actionlist G_x',
  globals: '|.globals G_',
  globalnames: '|.globalnames G_x',
  externnames: '|.externnames G_x',
} as const;

/** The error that a source gets: its code, line and column, and what it says. */
function errors(source: string): readonly string[] {
  const { diagnostics } = translateSource(`|.arch x64\n|->x:\n${source}\n`, { file: 'f', lang: 'ts' });
  return diagnostics.map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`);
}

const pairs = Object.entries(NAMES).flatMap(([first, one]) =>
  Object.entries(NAMES).map(([second, other]) => [first, second, one, other] as const),
);

test.each(pairs)('.%s and .%s with one name', (first, second, one, other) => {
  const list = first === 'actionlist' || second === 'actionlist' ? '' : '\n|.actionlist actions';
  const found = errors(`${one}\n${other}${list}`);
  if (first === 'actionlist' && second === 'actionlist') {
    expect(found).toEqual(['actionlist 4:2 a second .actionlist: a module has one']);
    return;
  }
  const column = second.endsWith('names') ? second.length + 4 : 2;
  expect(found).toEqual([`duplicate-name 4:${column} \`G_x' is declared already, at f:3`]);
});

// prettier-ignore
test.each([
  ['|.section a\n|.globalnames DASM_SECTION_A\n|.actionlist b', "duplicate-name 4:15 `DASM_SECTION_A' is declared already, at f:3"],
  ['|.section a, A\n|.actionlist b', "duplicate-name 3:2 `DASM_SECTION_A' is declared already, at f:3"],
  ['|.actionlist DASM_MAXSECTION\n|.section a', "duplicate-name 4:2 `DASM_MAXSECTION' is declared already, at f:3"],
])('%j', (source, error) => {
  expect(errors(source)).toEqual([error]);
});

test('in blocks a name may stand again', () => {
  expect(
    errors('|.actionlist a\nfunction f() {\n|.globalnames a\n}\nfunction g() {\n|.globalnames a\n}'),
  ).toEqual([]);
});

test('the names of imports give way to constants of globals', () => {
  const source = '|.arch x64\n|.actionlist a\n|->sm:\n|.globals $da\n';
  const { code = '' } = translateSource(source, { file: 'f', lang: 'ts' });
  expect(code).toContain("import * as $dasm1 from 'dynasm/encoder';");
  expect(code).toContain('const $dasm = 0,');
});
