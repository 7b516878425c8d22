/**
 * The encoder and the translator in a browser: a page in headless Chromium loads their bundles, translates a
 * source, runs the program that comes out, and encodes its code; a worker encodes a list. The page gets what
 * the package has built, put together by esbuild as a bundler of users would do it.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { fencesOf } from '../markdown.ts';

const root = join(import.meta.dirname, '../..');
const fences = fencesOf(readFileSync(join(root, 'docs/library.md'), 'utf8'));

/** A file that the documentation shows. */
function shown(name: string): string {
  const text = fences.find(fence => fence.name === name)?.text;
  assert(text !== undefined, `docs/library.md does not show ${name}`);
  return text;
}

/** A module of the package as a bundle for browsers. */
async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** What the page shows when it is done. */
async function pageText(files: Readonly<Record<string, string>>): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'dynasm-chromium-'));
  const server = createServer(({ url = '/' }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    const text = files[name];
    const type = name.endsWith('.html') ? 'text/html' : 'text/javascript';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    // prettier-ignore
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--user-data-dir=${profile}`,
      '--virtual-time-budget=60000', '--dump-dom', address];
    const chromium = spawn('chromium', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
    let [page, messages] = ['', ''];
    chromium.stdout.setEncoding('utf8').on('data', (text: string) => (page += text));
    chromium.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
    const [status] = (await once(chromium, 'close')) as [number | null];
    assert.equal(status, 0, messages);
    const [, text] = /<pre>([^]*?)<\/pre>/.exec(page) ?? [];
    assert(text !== undefined, page + messages);
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const modules = {
  'encoder.js': await bundle('dynasm/encoder'),
  'preprocessor.js': await bundle('dynasm/preprocessor'),
  'assemble.js': shown('assemble.js'),
};

void test('the page of the documentation assembles its source', async () => {
  const page = shown('index.html');
  const [, bytes] = /^ *\/\/ ([\da-f ]+)$/m.exec(page) ?? [];
  assert(bytes !== undefined);
  assert.equal(await pageText({ ...modules, 'index.html': page }), bytes);
});

/** Sources that export a state, and what their code is at 0x10000000. */
const SOURCES: readonly (readonly [source: string, bytes: string])[] = [
  [
    `import { State } from 'dynasm/encoder';
|.arch x64
|.section code, data
|.globals GLOBAL_
|.actionlist actions
|.macro twice, statement; statement; statement; .endmacro
export const Dst = new State(actions);
const n = 3;
Dst.setupExtern(name => (name === 'far' ? 0x10001000 : undefined));
|.code
|->main:
|1:
|  twice dec Rd(9)
|  vaddpd ymm1, ymm2, [rdi+8*n]
|  jnz <1
|  call extern far
|  mov64 rax, ->main
|  lea rcx, [->table]
|  ret
|.data
|->table:
|.qword 0x1122334455667788n`,
    '41ffc941ffc9c5ed584f1875f3e8ee0f000048b80000001000000000488d0d01000000c38877665544332211',
  ],
  [
    `import { State } from 'dynasm/encoder';
|.arch x86
|.actionlist actions
export const Dst = new State(actions);
for (let i = 0; i < 2; i++) {
  | push dword i+200
}
|  mov eax, [esp+300]
|  ret`,
    '68c800000068c90000008b84242c010000c3',
  ],
];

void test('sections, labels, externs and macros on a page', async () => {
  const page = `<!doctype html>
<script type="importmap">{ "imports": { "dynasm/encoder": "./encoder.js", "dynasm/preprocessor": "./preprocessor.js" } }</script>
<pre></pre>
<script type="module">
  import { assemble } from './assemble.js';
  const shown = [];
  for (const source of ${JSON.stringify([...SOURCES.map(([source]) => source), '|.arch x64\n| mov eax'])}) {
    const bytes = assemble(source).then(code => Array.from(code, byte => byte.toString(16).padStart(2, '0')).join(''));
    shown.push(await bytes.catch(String));
  }
  document.querySelector('pre').textContent = shown.join('\\n');
</script>`;
  const text = await pageText({ ...modules, 'index.html': page });
  const error = "SyntaxError: 2: `mov' takes 2 operands, not 1";
  assert.deepEqual(text.split('\n'), [...SOURCES.map(([, bytes]) => bytes), error]);
});

void test('the encoder runs in a worker', async () => {
  const worker = `import { actionList, State } from './encoder.js';
const Dst = new State(actionList({ format: 1, arch: 'x64', actions: [0xb8, 237, 0xc3, 255] }));
Dst.put(0, 42);
const bytes = new Uint8Array(Dst.link());
Dst.encode(bytes, 0x10000000);
let problem;
try {
  Dst.put(0, 2 ** 40);
} catch (error) {
  problem = error.code;
}
postMessage([...bytes, problem].join());`;
  const page = `<!doctype html>
<pre></pre>
<script type="module">
  const { promise, resolve } = Promise.withResolvers();
  new Worker('./worker.js', { type: 'module' }).onmessage = ({ data }) => resolve(data);
  document.querySelector('pre').textContent = await promise;
</script>`;
  const text = await pageText({ ...modules, 'worker.js': worker, 'index.html': page });
  assert.equal(text, '184,42,0,0,0,195,RANGE_I');
});
