// Evaluates a formula for arrays of numbers, by machine code that is made for it and by the same loop in JavaScript.
// The results must be the same to the last bit; then both are timed.
//
//   dynasm run examples/expression/evaluate.ts 'sqrt(x*x + y*y) / 2'
import { command } from '../common/command.ts';
import { compare } from '../common/comparison.ts';
import { javascript, parse } from './formula.ts';
import { compile } from './vectorloop.dast';

const ELEMENTS = 1000;

/** Often enough to be timed. */
function repeat(loop: () => void): () => void {
  return () => {
    for (let i = 0; i < 100; i++) loop();
  };
}

command("evaluate.ts 'formula'", args => {
  const [source] = args;
  if (source === undefined || args.length !== 1) return false;
  const formula = parse(source);
  const inputs = formula.variables.map(() =>
    Float64Array.from({ length: ELEMENTS }, () => Math.random() * 100),
  );
  const [ours, theirs] = [new Float64Array(ELEMENTS), new Float64Array(ELEMENTS)];

  const assembly = compile(formula, inputs, ours);
  const plain = javascript(formula, inputs, theirs);
  assembly();
  plain();
  const wrong = ours.findIndex((value, index) => !Object.is(value, theirs[index]));
  if (wrong !== -1) throw new Error(`element ${wrong} is ${ours[wrong]}, in JavaScript ${theirs[wrong]}`);

  const values = formula.variables.map((name, index) => `${name} = ${inputs[index]?.[0]}`);
  console.log([...values, `${source} = ${ours[0]}`].join(', '));
  compare(repeat(assembly), repeat(plain));
  return true;
});
