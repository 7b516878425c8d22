/**
 * The built declarations in a TypeScript project that uses all strict checks, and has no types of Node.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'program.ts': readFileSync(join(root, 'fixtures/programs/declarations.ts'), 'utf8'),
  });
});
afterAll(() => folder.remove());

test.each(['nodenext', 'bundler'])(
  'the declarations pass tsc --strict, resolved as %s does',
  moduleResolution => {
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
  },
);
