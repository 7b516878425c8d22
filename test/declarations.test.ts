/**
 * The package as a strict TypeScript project sees it: the built declarations, nothing of Node's, no checks
 * left out.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Folder, root } from './process.ts';

const program = `/// <reference types="dynasm/dast" />
import { actionList, dasm, EncodeError, loadFile, State, translate, type Diagnostic } from 'dynasm';
import { State as Same } from 'dynasm/encoder';
import { translateSource } from 'dynasm/preprocessor';
import 'dynasm/register';
import { anything } from './some.dast';

const list = actionList({ format: 1, arch: 'x64', actions: [0xc3, 255], globals: ['a', 'b'] });
const Dst = dasm.new(list);
Dst.put(0);
const code = Dst.build();
const f = code.cast('int32_t (int32_t x, double y)', 'a');
export const number: number = f(1, 2.5);
// @ts-expect-error the list has no such label
code.cast('int ()', 'c');
// @ts-expect-error an argument is missing
f(1);
export const bigint: bigint = code.cast('int64_t (const char *s, bool b, void *p)')('x', true, new Uint8Array(4));
export const diagnostics: readonly Diagnostic[] = translateSource('', { file: 'a', lang: 'ts' }).diagnostics;
new Same(list) satisfies State<typeof list>;
export { anything, EncodeError, loadFile, translate };
`;

let folder: Folder;
beforeAll(() => {
  folder = new Folder({ 'program.ts': program });
});
afterAll(() => folder.remove());

test.each(['nodenext', 'bundler'])('declarations, resolved as %s does', moduleResolution => {
  const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution;
  const compilerOptions = {
    strict: true,
    module,
    moduleResolution,
    target: 'es2022',
    noEmit: true,
    types: [],
  };
  folder.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder.path], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});
