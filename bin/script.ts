/**
 * Loads a script of the command line with the code that V8 made of it the last time, which is kept on disk. In flow the script's
 * name and the length of what it is to translate, out flows what it exports.
 *
 * Of the 98 ms that translating LuaJIT's vm_x64.dasc takes on Node 20 this saves 12: V8 reads code sooner than it parses scripts
 * and compiles functions. Whatever is wrong with what is kept, the script is compiled as if there were nothing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { build } from '../src/build.ts';
import { keep, readKept } from '../src/cachefolder.ts';

interface Scripts {
  readonly bytes: typeof import('./bytes.ts');
  readonly text: typeof import('./text.ts');
}

/**
 * Most files are done before optimised code is, and making it costs more than translating: V8 shall begin later with it. By V8's
 * major version, as its flags come and go: Node 20, 22, 24 and 26.
 */
const LATER: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=500000'],
  12: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  13: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  14: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
};

/**
 * V8 compiles a function when it is first called, and a short input does not need them all: code that was made with an input less
 * than half as long as `length` is made anew.
 */
export async function loadScript<Name extends keyof Scripts>(
  name: Name,
  length: number,
): Promise<Scripts[Name]> {
  // The sources, run as they are, are modules.
  if (build === undefined)
    return (await import(new URL(`${name}.ts`, import.meta.url).href)) as Scripts[Name];
  // Before anything is compiled, and always: V8 takes code only under the flags that it was made under.
  for (const flag of LATER[process.versions.v8.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag);
  const filename = join(import.meta.dirname, '../command', `${name}.cjs`);
  const source = readFileSync(filename);
  const key = keyOf(filename);
  const kept = findCode(key, source);
  const text = `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`;
  const script = new Script(text, { filename, cachedData: kept?.code });
  if (kept === undefined || script.cachedDataRejected === true || length > 2 * kept.length) {
    // What failed has called few of the functions.
    process.on('exit', status => {
      if (status === 0) keep(key, () => codeOf(script, source, length));
    });
  }
  const module = { exports: {} };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, createRequire(filename), module, filename, dirname(filename));
  return module.exports as Scripts[Name];
}

/** Each build of Node has its own code, which refers to what is built into it: V8 11 checks no more of it than V8's version. */
function keyOf(filename: string): string {
  const { execPath, versions, config } = process;
  return JSON.stringify([filename, execPath, versions, config]);
}

/** Code as it is kept: a checksum of the rest and of the script, `length`, and what V8 reads. */
interface Kept {
  /** Of the input that it was made with. */
  readonly length: number;
  readonly code: Uint8Array;
}

/** The code of a script, if neither has changed: V8 would run, or crash by, any other bytes. */
function findCode(key: string, source: Buffer): Kept | undefined {
  const data = readKept(key);
  if (data === undefined || data.length < 8) return undefined;
  if (data.readUInt32LE(0) !== checksum(data, source)) return undefined;
  return { length: data.readUInt32LE(4), code: data.subarray(8) };
}

/** The code of a script with all functions that were called. */
function codeOf(script: Script, source: Buffer, length: number): Buffer {
  const data = Buffer.concat([Buffer.alloc(8), script.createCachedData()]);
  data.writeUInt32LE(length, 4);
  data.writeUInt32LE(checksum(data, source), 0);
  return data;
}

function checksum(data: Buffer, source: Buffer): number {
  return crc32(data.subarray(4), crc32(source));
}
