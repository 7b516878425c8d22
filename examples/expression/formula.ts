// Formulas: `a*x + sqrt(b) / 2`. Text becomes a tree, and the tree becomes JavaScript, for comparison; vectorloop.dast
// makes machine code of it.
import { Scanner } from '../common/scanner.ts';

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Node }
  | Binary;
export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
}
export type UnaryOperator = '-' | 'abs' | 'sqrt';
export type BinaryOperator = '+' | '-' | '*' | '/' | 'min' | 'max';

export interface Formula {
  readonly tree: Node;
  /** Names of the variables, in the order in which they first occur. */
  readonly variables: readonly string[];
}

/** As many as there are registers for their addresses. */
const MOST_VARIABLES = 8;

/** Reads a formula. Throws `SourceError`. */
export function parse(source: string): Formula {
  const scanner: Scanner = new Scanner(source);
  const variables: string[] = [];

  const symbol = (pattern: RegExp): string | undefined => {
    scanner.take(/\s*/y);
    return scanner.take(pattern);
  };
  const expect = (text: ')' | '(' | ','): void => {
    const pattern = { '(': /\(/y, ')': /\)/y, ',': /,/y }[text];
    if (symbol(pattern) === undefined) scanner.fail(`expected \`${text}\`, found ${scanner.next}`);
  };

  const sum = (): Node => {
    let left = product();
    for (let operator: string | undefined; (operator = symbol(/[-+]/y));) {
      left = { kind: 'binary', operator: operator as '+' | '-', left, right: product() };
    }
    return left;
  };
  const product = (): Node => {
    let left = factor();
    for (let operator: string | undefined; (operator = symbol(/[*/]/y));) {
      left = { kind: 'binary', operator: operator as '*' | '/', left, right: factor() };
    }
    return left;
  };
  const factor = (): Node => {
    let minus = false;
    while (symbol(/-/y)) minus = !minus;
    const operand = primary();
    return minus ? { kind: 'unary', operator: '-', operand } : operand;
  };
  const primary = (): Node => {
    const digits = symbol(/(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y);
    if (digits !== undefined) return { kind: 'number', value: Number(digits) };
    if (symbol(/\(/y)) {
      const inner = scanner.nest(sum);
      expect(')');
      return inner;
    }
    const start = scanner.position;
    const name = symbol(/[A-Za-z_]\w*/y);
    if (name === undefined) scanner.fail(`expected a number, a variable or \`(\`, found ${scanner.next}`);
    switch (name) {
      case 'abs':
      case 'sqrt': {
        expect('(');
        const operand = scanner.nest(sum);
        expect(')');
        return { kind: 'unary', operator: name, operand };
      }
      case 'min':
      case 'max': {
        expect('(');
        const left = scanner.nest(sum);
        expect(',');
        const right = scanner.nest(sum);
        expect(')');
        return { kind: 'binary', operator: name, left, right };
      }
      default:
        if (symbol(/\(/y)) scanner.fail(`no function \`${name}\`; there are abs, max, min and sqrt`, start);
        if (!variables.includes(name)) variables.push(name);
        if (variables.length > MOST_VARIABLES) scanner.fail(`more than ${MOST_VARIABLES} variables`, start);
        return { kind: 'variable', index: variables.indexOf(name) };
    }
  };

  const tree = sum();
  scanner.take(/\s*/y);
  if (!scanner.atEnd) scanner.fail(`expected an operator or the end, found ${scanner.next}`);
  return { tree, variables };
}

function text(node: Node): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'variable':
      return `v${node.index}[i]`;
    case 'unary':
      return node.operator === '-'
        ? `(-${text(node.operand)})`
        : `Math.${node.operator}(${text(node.operand)})`;
    default: {
      const [left, right] = [text(node.left), text(node.right)];
      const { operator } = node;
      return operator === 'min' || operator === 'max'
        ? `${operator}(${left}, ${right})`
        : `(${left} ${operator} ${right})`;
    }
  }
}

/** Throws `RangeError` unless there is an array for each variable, and all have the same length, 1 or more. */
export function checkArrays(formula: Formula, inputs: readonly Float64Array[], output: Float64Array): void {
  const { length } = formula.variables;
  if (inputs.length !== length) throw new RangeError(`${inputs.length} arrays for ${length} variables`);
  if (output.length === 0) throw new RangeError('arrays without elements');
  const other = inputs.find(input => input.length !== output.length);
  if (other) throw new RangeError(`an array of ${other.length} elements for ${output.length} results`);
}

/** The loop for a formula and for these arrays in JavaScript, as one would write it by hand. */
export function javascript(
  formula: Formula,
  inputs: readonly Float64Array[],
  output: Float64Array,
): () => void {
  checkArrays(formula, inputs, output);
  const arrays = formula.variables.map((_, index) => `v${index}`);
  // The processor's minimum is the second number where neither is less: of −0 and 0, and with NaN.
  // oxlint-disable-next-line typescript/no-implied-eval
  const bind = new Function(
    'output',
    ...arrays,
    `const min = (a, b) => (a < b ? a : b);
    const max = (a, b) => (a > b ? a : b);
    return () => {
      for (let i = 0; i < output.length; i++) output[i] = ${text(formula.tree)};
    };`,
  );
  return bind(output, ...inputs) as () => void;
}
