/**
 * The grammars on whole files, with the library that editors use. What the language server says of a word is the
 * oracle for assembly; the host's own grammar, on the file without assembly, is the one for the lines around it.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { Analysis } from '../../../src/lsp/analysis.ts';
import { LEGEND, tokensIn } from '../../../src/lsp/semantictokens.ts';
import { StatementReader } from '../../../src/lsp/statementreader.ts';
import { Workspace } from '../../../src/lsp/workspace.ts';
import { GRAMMARS } from '../grammar.ts';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

const HOSTS: Readonly<Record<string, string>> = {
  'source.ts': 'typescript',
  'source.c': 'c',
  'source.lua': 'lua',
};

const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
const registry = new textmate.Registry({
  onigLib: oniguruma.loadWASM(wasm).then(() => ({
    createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
    createOnigString: text => new oniguruma.OnigString(text),
  })),
  loadGrammar: async scopeName => {
    const own = GRAMMARS.find(grammar => grammar.scopeName === scopeName);
    if (own) return own as unknown as IRawGrammar;
    const host = HOSTS[scopeName];
    if (host === undefined) return null;
    return JSON.parse(
      readFileSync(require.resolve(`tm-grammars/grammars/${host}.json`), 'utf8'),
    ) as IRawGrammar;
  },
});

interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

function tokenize(grammar: IGrammar, text: string): readonly (readonly Token[])[] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: endIndex, scopes }));
  });
}

async function grammarFor(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  assert(grammar);
  return grammar;
}

function scopesAt(tokens: readonly Token[] | undefined, column: number): string {
  return tokens?.find(({ start, end }) => start <= column && column < end)?.scopes.join(' ') ?? '';
}

/** Scopes that words have which the server gives these types. */
const SCOPES: Readonly<Record<string, string>> = {
  mnemonic: 'keyword.mnemonic',
  directive: 'keyword.control.directive',
  register: 'variable.language.register',
  label: 'entity.name.label',
};

const LABEL = /(?:(?:->|%%|extern +|proc +)[A-Za-z_][\w@]*|(?:[<>]|\.label +|[|;] *)[1-9])$/;

const LANGUAGES = { dast: 'ts', dasc: 'c', dasl: 'lua' } as const;

/** Words of assembly that have another colour than their meaning. */
function wrongWords(path: string, text: string, colours: readonly (readonly Token[])[]): readonly string[] {
  const ending = path.slice(-4) as keyof typeof LANGUAGES;
  const lang = LANGUAGES[ending];
  const analysis = new Analysis(text, new Workspace().options(path, lang), new StatementReader());
  const { data } = tokensIn(analysis, path);
  const lines = text.split('\n');
  const wrong: string[] = [];
  let line = 0;
  let column = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 5);
    column = down === 0 ? column + right : right;
    line += down;
    const expected = SCOPES[LEGEND.tokenTypes[type] ?? ''];
    if (expected === undefined) continue;
    const word = lines[line]?.slice(column, column + length) ?? '';
    const before = lines[line]?.slice(0, column) ?? '';
    // Without a sigil a macro's operand is a label only for who knows the macro; a pc label is an expression.
    if (expected === SCOPES['label'] && !LABEL.test(before + word)) continue;
    // In DynASM the name of a register is one behind a dot, too.
    if (before.endsWith('.')) continue;
    // What chooses the encoding stands in front of a mnemonic.
    const found = scopesAt(colours[line], column + (/^\{\w+\}\s*/.exec(word)?.[0].length ?? 0));
    if (!found.includes(expected)) {
      wrong.push(`${path}:${line + 1}: ${word} is ${expected}, not ${found}`);
    }
  }
  return wrong;
}

/** Each token with its narrowest scope. */
function show(tokens: readonly Token[] = []): readonly string[] {
  return tokens.map(({ start, scopes }) => `${start} ${scopes.slice(1).at(-1) ?? ''}`);
}

const BAR = /^\s*\|(?!\|)/;

/** Lines of the host program that have other colours than without assembly. */
async function wrongLines(
  path: string,
  text: string,
  colours: readonly (readonly Token[])[],
  host: string,
): Promise<readonly string[]> {
  const plain = text.split(/\r?\n/).map(line => (BAR.test(line) ? '' : line.replace(/^\s*\|\|/, '')));
  const expected = tokenize(await grammarFor(host), plain.join('\n'));
  return text.split(/\r?\n/).flatMap((line, number) => {
    if (/^\s*\|/.test(line)) return [];
    const [found, right] = [show(colours[number]), show(expected[number])];
    const at = found.findIndex((token, index) => token !== right[index]);
    return at < 0 ? [] : [`${path}:${number + 1}: ${line}: ${found[at]}, not ${right[at]}`];
  });
}

const FOLDERS = ['examples', 'fixtures', 'bench', 'src'];

for (const { name, scopeName, patterns } of GRAMMARS) {
  const files = FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  ).filter(file => file.endsWith(`.${name}`));
  void test(`${files.length} files of ${name} have the colours that they should have`, async () => {
    assert(files.length > 3);
    const grammar = await grammarFor(scopeName);
    const wrong: string[] = [];
    for (const file of files) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      const colours = tokenize(grammar, text);
      wrong.push(...wrongWords(path, text, colours));
      wrong.push(...(await wrongLines(path, text, colours, patterns[0]?.include ?? '')));
    }
    assert.deepEqual(wrong, []);
  });
}
