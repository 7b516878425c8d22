/**
 * Builds, serves and watches the program of docs/bundlers.md with each bundler, in the configuration that
 * stands there, and runs what comes out. Ends with status 1 if anything fails.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { check } from './check.ts';
import { EXAMPLES, example, INCLUDED, SHOWN, SOURCE, THROWN, WRONG_SOURCE } from './example.ts';
import { Project, root } from './project.ts';

const RESULT = ['dist/main.js'];

interface Bundler {
  readonly name: string;
  readonly build: readonly string[];
  readonly watch: readonly string[];
}

const modules = '../node_modules';
const BUNDLERS: readonly Bundler[] = [
  { name: 'vite', build: [`${modules}/vite/bin/vite.js`, 'build'], watch: ['--watch'] },
  { name: 'rollup', build: [`${modules}/rollup/dist/bin/rollup`, '-c'], watch: ['--watch'] },
  { name: 'rolldown', build: [`${modules}/rolldown/bin/cli.mjs`, '-c'], watch: ['--watch'] },
  { name: 'esbuild', build: ['esbuild.config.js'], watch: ['--watch'] },
  { name: 'webpack', build: [`${modules}/webpack-cli/bin/cli.js`], watch: ['--watch'] },
  { name: 'rspack', build: [`${modules}/@rspack/cli/bin/rspack.js`, 'build'], watch: ['--watch'] },
];

/** Lines that the translator warns of. */
const DOUBTFUL = '|.if factor == 7\n|.endif\nconst factor = 7;\n';

const project = new Project();

function writeProgram(folder: string, source: string): void {
  project.write(`${folder}/package.json`, '{"type": "module"}');
  project.write(`${folder}/scale.dast`, source);
  project.write(`${folder}/factor.inc`, INCLUDED);
  project.write(`${folder}/main.js`, example('main.js'));
}

async function testBundler({ name, build, watch }: Bundler): Promise<void> {
  const result = (...args: string[]): string =>
    project.run(name, ['--enable-source-maps', ...RESULT, ...args]).output;
  writeProgram(name, SOURCE);
  project.write(`${name}/${name}.config.js`, example(`${name}.config.js`));
  const built = project.run(name, build);
  check(`${name}: builds what runs`, built.status === 0 && result() === '42\n', built.output + result());
  check(`${name}: a stack has the line of the .dast`, result('0.5').includes(THROWN), result('0.5'));

  writeProgram(name, WRONG_SOURCE);
  const failed = project.run(name, build);
  const isShown = failed.status !== 0 && SHOWN.every(text => text.test(failed.output));
  check(`${name}: an error has file, line and source`, isShown, failed.output);
  writeProgram(name, SOURCE + DOUBTFUL);
  const warned = project.run(name, build);
  const isWarning =
    warned.status === 0 &&
    /scale\.dast[^]*condition-variable|condition-variable[^]*scale\.dast/.test(warned.output);
  check(`${name}: a warning lets it build`, isWarning, warned.output);

  writeProgram(name, SOURCE);
  const watching = project.watch(name, [...build, ...watch]);
  const change = (text: string) => () => project.write(`${name}/factor.inc`, text);
  const yields = (output: string, factor: string): Promise<boolean> =>
    watching.until(() => result() === output, change(INCLUDED.replace('7', factor)));
  const steps = [
    () => yields('42\n', '7'),
    () => yields('48\n', '8'),
    () => watching.until(() => watching.output.includes('.defin'), change('|.defin FACTOR, 8\n')),
    () => yields('54\n', '9'),
  ];
  let step = 0;
  while (step < steps.length && (await steps[step]?.())) step++;
  watching.stop();
  check(
    `${name}: watches included files, also wrong ones`,
    step === steps.length,
    `step ${step}\n${watching.output}`,
  );
}

/** Of what throws; a minifier may lose it. */
const COLUMN =
  SOURCE.split('\n')
    .find(line => line.includes('throw'))
    ?.indexOf('new') ?? NaN;

/** Vite's server, asked for modules as a browser asks, and for those of the server. Prints what comes. */
const SERVER = `import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const server = await createServer({ configFile: 'vite.config.js', server: { port: 0 }, logLevel: 'warn' });
await server.listen();
const base = server.resolvedUrls.local[0];
const ask = async (path, isRight) => {
  const response = await fetch(base + path, { headers: { 'sec-fetch-dest': 'script' } });
  console.log(path, response.status, isRight(await response.text()));
};
await ask('code.dast?import', text => text.includes('actionList') && !text.includes('Uint8Array {'));
await ask('code.dast?worker_file&type=module', text => text.includes('actionList'));
await ask('code.dast?import&raw', text => text.startsWith('export default "import { State }'));
await ask('code.dast?import&worker', text => text.includes('new Worker('));
const { scale } = await server.ssrLoadModule('/scale.dast');
try {
  scale(0.5);
} catch (error) {
  server.ssrFixStacktrace(error);
  console.log(/scale\\.dast:[\\d:]+/.exec(error.stack)[0]);
}
const load = async () => (await server.ssrLoadModule('/scale.dast')).scale(6);
console.log(await load());
// The watcher starts late.
const timer = setInterval(() => writeFileSync('factor.inc', '|.define FACTOR, 8\\n'), 200);
while ((await load()) !== 48) await new Promise(done => setTimeout(done, 100));
clearInterval(timer);
console.log(48);
process.exit();
`;
const SERVED = `code.dast?import 200 true
code.dast?worker_file&type=module 200 true
code.dast?import&raw 200 true
code.dast?import&worker 200 true
${THROWN}${COLUMN + 1}
42
48
`;

/** A module for browsers. */
const CODE = `import { State } from 'dynasm/encoder';
|.arch x64
|.actionlist actions
export function code(): Uint8Array {
  const Dst = new State(actions);
  |  ret
  const bytes = new Uint8Array(Dst.link());
  Dst.encode(bytes, 0x10000000);
  return bytes;
}
`;
const PAGE = `import { code } from './code.dast';
import text from './code.dast?raw';
import url from './code.dast?url&no-inline';
import Code from './code.dast?worker';
globalThis.result = [code(), text, url, () => new Code()];
`;

function testServer(): void {
  writeProgram('vite', SOURCE);
  project.write('vite/code.dast', CODE);
  project.write('vite/server.js', SERVER);
  const { output } = project.run('vite', ['server.js']);
  check('vite: the server', output === SERVED, output);
  project.write('vite/index.html', '<script type="module" src="/page.js"></script>');
  project.write('vite/page.js', PAGE);
  const config = `import dynasm from 'dynasm/plugin';
const plugins = () => [dynasm.vite()];
export default { plugins: plugins(), worker: { format: 'es', plugins }, build: { outDir: 'page', assetsDir: '.', rolldownOptions: { output: { entryFileNames: 'page.js' } } } };
`;
  project.write('vite/page.config.js', config);
  const built = project.run('vite', [`${modules}/vite/bin/vite.js`, 'build', '--config', 'page.config.js']);
  const shown =
    'globalThis.document = { createElement: () => ({}), querySelectorAll: () => [] }; globalThis.MutationObserver = class { observe() {} };' +
    "await import('./page/page.js'); const [bytes, text, url] = result; console.log(bytes[0], text.length, url);";
  const ran = project.run('vite', ['--input-type=module', '--eval', shown]);
  const isRight = new RegExp(`^195 ${CODE.length} /code-[\\w-]+\\.dast\n$`).test(ran.output);
  check('vite: a page, with ?raw, ?url and ?worker', isRight, built.output + ran.output);
}

/** What docs/bundlers.md says of bundles that contain the package. */
function testWhole(): void {
  const external = `external: ['koffi', 'oxc-transform', 'iced-x86']`;
  const config = example('esbuild.config.js').replace("external: ['dynasm']", external);
  project.write('esbuild/whole.config.js', config.replace('dist/main.js', 'dist/whole.js'));
  writeProgram('esbuild', SOURCE);
  const built = project.run('esbuild', ['whole.config.js']);
  const { output } = project.run('esbuild', ['dist/whole.js']);
  check('esbuild: a bundle that contains the package', output === '42\n', built.output + output);
}

function testCommonJS(): void {
  const program = "const dynasm = require('dynasm/plugin'); console.log(typeof dynasm.webpack().apply);";
  const { output } = project.run('.', ['--no-warnings', '--input-type=commonjs', '--eval', program]);
  check('a configuration in CommonJS', output === 'function\n', output);
}

/** The configurations agree with the types of the bundlers. */
function testTypes(): void {
  const configs = [...EXAMPLES.keys()].filter(name => name.endsWith('.config.js'));
  for (const name of configs) project.write(`types/${name}`, example(name));
  project.write('types/package.json', '{"type": "module"}');
  const compilerOptions = {
    strict: true,
    checkJs: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    types: ['node'],
  };
  project.write('types/tsconfig.json', JSON.stringify({ compilerOptions, files: configs }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', join(project.path, 'types')], {
    encoding: 'utf8',
  });
  check(`the types of ${configs.length} configurations`, status === 0 && configs.length === 8, stdout);
}

try {
  testCommonJS();
  testTypes();
  for (const bundler of BUNDLERS) await testBundler(bundler);
  testServer();
  testWhole();
} finally {
  project.remove();
}
