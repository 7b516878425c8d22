/**
 * Where statements start, compared with another parser (swc): only there a line of assembly can stand. The
 * sources are our own and the TypeScript files under node_modules.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';
import { HostText } from '../../../src/preprocessor/language/typescript/read/hosttext.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Node {
  readonly type?: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/** `open`: the statement before may lack its semicolon; then only the text of the line tells. */
type Expectation = 'statement' | 'header' | 'open';

/** Declarations and statements that end with their block, and never with a semicolon. */
const BLOCKS = /^(?:(?:Class|TsInterface|TsEnum|TsModule)Declaration|(?:Block|Switch|Try)Statement)$/;
const LOOPS = /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** The innermost statement that a statement ends with. */
function lastPart(node: Node): Node {
  for (const key of ['declaration', 'alternate', 'consequent', 'body']) {
    const part = node[key];
    if (!isNode(part) || Array.isArray(part)) continue;
    if (key === 'body' && !LOOPS.test(node.type ?? '') && node.type !== 'LabeledStatement') continue;
    return lastPart(part);
  }
  return node;
}

/** Lists of statements in a node. */
function listOf(node: Node): readonly Node[] {
  const key = { Module: 'body', TsModuleBlock: 'body', BlockStatement: 'stmts', SwitchCase: 'consequent' }[
    node.type ?? ''
  ];
  return key === undefined ? [] : (node[key] as readonly Node[]);
}

class Starts {
  readonly expected = new Map<number, Expectation>();
  readonly #bytes: Buffer;
  /** What swc adds to offsets in this file. */
  readonly #base: number;

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
    const module = parseSync(text, { syntax: 'typescript', decorators: true, target: 'es2022' });
    // A module's span starts behind blanks and comments, but not behind a `#!` line.
    const blanks = /^(?!#!)(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(text)?.[0] ?? '';
    this.#base = module.span.start - Buffer.byteLength(blanks);
    this.#walk(module as unknown as Node);
  }

  #walk(node: Node): void {
    let before: Node | undefined;
    for (const statement of listOf(node)) {
      const declaration = isNode(statement['declaration']) ? statement['declaration'] : statement;
      const [decorator] = (declaration['decorators'] ?? []) as readonly Node[];
      const start = Math.min(statement.span?.start ?? 0, decorator?.span?.start ?? Infinity);
      this.expected.set(start - this.#base, before && !this.#isEnded(before) ? 'open' : 'statement');
      before = statement;
    }
    const bodies =
      node.type === 'IfStatement' ? ['consequent', 'alternate'] : LOOPS.test(node.type ?? '') ? ['body'] : [];
    for (const key of bodies) {
      const body = node[key];
      if (isNode(body) && body.type !== 'BlockStatement')
        this.expected.set((body.span?.start ?? 0) - this.#base, 'header');
    }
    for (const value of Object.values(node)) if (isNode(value)) this.#walk(value);
  }

  #isEnded(statement: Node): boolean {
    if (this.#bytes[(statement.span?.end ?? 0) - this.#base - 1] === 0x3b /* ; */) return true;
    const part = lastPart(statement);
    return part.type === 'FunctionDeclaration' ? isNode(part['body']) : BLOCKS.test(part.type ?? '');
  }
}

/** Lines at which swc finds the start of a statement and we do not. */
function compare(file: string, text: string): readonly string[] {
  const { expected } = new Starts(text);
  const host = new HostText();
  const wrong: string[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const wanted = expected.get(offset + Buffer.byteLength(/^\s*/.exec(line)?.[0] ?? ''));
    const found = host.expected;
    if (wanted !== undefined && found !== wanted && !(wanted === 'open' && found === 'statement')) {
      wrong.push(`${file}:${index + 1}: found ${found}, expected ${wanted}: ${line}`);
    }
    host.passLine(line);
    offset += Buffer.byteLength(line) + 1;
  }
  if (host.depth > 0) wrong.push(`${file}: ${host.depth} brackets open at the end`);
  return wrong;
}

test('statements start where swc finds their start', () => {
  const files = ['src', 'test', 'bin', 'bench', 'node_modules'].flatMap(folder =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .map(name => `${folder}/${name}`)
      .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts')),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.flatMap(file => compare(file, readFileSync(root + file, 'utf8').replaceAll('\r', ''))),
  ).toEqual([]);
});
