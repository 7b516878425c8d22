/**
 * Tests the program of docs/bundlers.md with Jest and Vitest, in the configurations that stand there. Ends
 * with status 1 if anything fails. Vitest, and CommonJS in Jest, need a newer Node than the project does.
 */
import { join } from 'node:path';
import { check } from './check.ts';
import { example, INCLUDED, SHOWN, SOURCE, THROWN, WRONG_SOURCE } from './example.ts';
import { Project, tools } from './project.ts';

const project = new Project();
const newer = join(tools, 'node-24/bin/node');

/** Passes for a factor of 7. `FAILS` fails, with a stack. */
const TEST = example('scale.test.js');
const FAILS = TEST.replace('expect(scale(6)).toBe(42)', 'scale(0.5)');

interface Runner {
  readonly name: string;
  readonly node: string;
  readonly run: readonly string[];
  readonly watch: readonly string[];
  readonly test: (text: string) => string;
}

const jest = ['--experimental-vm-modules', '--no-warnings', '../node_modules/jest/bin/jest.js'];
const vitest = ['../node_modules/vitest/vitest.mjs'];
const RUNNERS: readonly Runner[] = [
  { name: 'jest', node: process.execPath, run: jest, watch: [...jest, '--watchAll'], test: text => text },
  {
    name: 'vitest',
    node: newer,
    run: [...vitest, 'run'],
    watch: [...vitest, 'watch'],
    test: text => text.replace('@jest/globals', 'vitest'),
  },
];

function writeProgram(folder: string, source: string, test: string): void {
  project.write(`${folder}/package.json`, '{"type": "module"}');
  project.write(`${folder}/scale.dast`, source);
  project.write(`${folder}/factor.inc`, INCLUDED);
  project.write(`${folder}/scale.test.js`, test);
}

async function testRunner({ name, node, run, watch, test }: Runner): Promise<void> {
  const factor = (value: number): void =>
    project.write(`${name}/factor.inc`, INCLUDED.replace('7', String(value)));
  project.write(`${name}/${name}.config.js`, example(`${name}.config.js`));

  writeProgram(name, SOURCE, test(TEST));
  const passed = project.run(name, run, node);
  check(`${name}: runs a test`, passed.status === 0 && passed.output.includes('1 passed'), passed.output);
  factor(8);
  const changed = project.run(name, run, node);
  const isChanged = changed.status === 1 && changed.output.includes('48');
  check(`${name}: a change in an included file counts`, isChanged, changed.output);

  writeProgram(name, SOURCE, test(FAILS));
  const { output } = project.run(name, run, node);
  check(`${name}: a stack has the line of the .dast`, output.includes(THROWN), output);
  writeProgram(name, WRONG_SOURCE, test(TEST));
  const wrong = project.run(name, run, node);
  const isShown = wrong.status === 1 && SHOWN.every(text => text.test(wrong.output));
  check(`${name}: an error has file, line and source`, isShown, wrong.output);

  writeProgram(name, SOURCE, test(TEST));
  const watching = project.watch(name, watch, node);
  const counts = (text: string): number =>
    [...watching.output.matchAll(new RegExp(`^ *Tests:? +1 ${text}`, 'gm'))].length;
  const steps = [
    () => watching.until(() => counts('passed') === 1),
    // The watcher starts late.
    () => new Promise<boolean>(done => setTimeout(done, 1000, true)),
    () => (factor(8), watching.until(() => counts('failed') === 1)),
    () => new Promise<boolean>(done => setTimeout(done, 1000, true)),
    () => (factor(7), watching.until(() => counts('passed') === 2)),
  ];
  let step = 0;
  while (step < steps.length && (await steps[step]?.())) step++;
  watching.stop();
  const shown = `step ${step}\n${watching.output}`;
  check(`${name}: watches included files`, step === steps.length, shown);
}

function testCommonJS(): void {
  const required = TEST.replaceAll(/import (.*) from (.*);/g, 'const $1 = require($2);');
  project.write('commonjs/package.json', '{}');
  project.write('commonjs/scale.dast', SOURCE);
  project.write('commonjs/factor.inc', INCLUDED);
  project.write('commonjs/scale.test.js', required);
  const config = example('jest.config.js').replace(/.*extensionsToTreatAsEsm.*\n/, '');
  project.write('commonjs/jest.config.mjs', config);
  const ran = project.run('commonjs', jest, newer);
  check('jest: CommonJS', ran.status === 0 && ran.output.includes('1 passed'), ran.output);
}

function testOptions(): void {
  const options = "{ defines: { FACTOR: '7' } }";
  writeProgram('jest', SOURCE.replace(/.*include.*\n/, ''), TEST);
  project.write(
    'jest/jest.config.js',
    example('jest.config.js').replace("'dynasm/jest', {}", `'dynasm/jest', ${options}`),
  );
  const { output } = project.run('jest', jest);
  check('jest: options', output.includes('1 passed'), output);
  project.write(
    'jest/jest.config.js',
    example('jest.config.js').replace("'dynasm/jest', {}", "'dynasm/jest', { defins: {} }"),
  );
  const wrong = project.run('jest', jest);
  const isSaid = wrong.status === 1 && wrong.output.includes('did you mean `defines');
  check('jest: a wrong option', isSaid, wrong.output);
}

try {
  for (const runner of RUNNERS) await testRunner(runner);
  testCommonJS();
  testOptions();
} finally {
  project.remove();
}
