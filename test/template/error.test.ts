/** Errors in templates: what is wrong, and at which line and column of the file it stands. */
import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { transformSync } from 'oxc-transform';
import { join } from 'node:path';
import { Folder, root } from '../packagefolder.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/**
 * A template, the mark `¦` in front of what is wrong, and the message. `run` reports what building it
 * throws.
 */
const CASES: readonly (readonly [template: string, message: string])[] = [
  ['nop; ¦mvo eax, 1', "unknown statement `mvo'"],
  ['\n  nop\n  ¦mvo eax, 1\n', "unknown statement `mvo'"],
  ['\n  |  mov eax, ¦${300}x', 'cannot be a part of a name'],
  ['mov eax, "a¦${k}"', 'cannot be a part of a string'],
  ['->a¦${k}:', 'cannot be a part of a name'],
  ['-> ¦${k}:', 'cannot be a part of a name'],
  ['call extern ¦${k}', 'cannot be a part of a name'],
  ['¦${k} eax, 1', 'cannot be a part of a name'],
  ['nop; ¦${k}', 'cannot be a part of a name'],
  ['mov eax, ${k} ¦${k}', 'unexpected'],
  ['mov eax, 1 + ¦foo', "`foo' has no value here"],
  ['mov eax, ¦f(${k})', "`f' has no value here"],
  ['.if ¦${k}\nnop\n.endif', 'bad condition'],
  ['¦.actionlist x', 'this directive declares a name'],
  ['¦.type T, ${k}, rax', 'this directive declares a name'],
  ['¦.arch x86', 'duplicate .arch'],
  ['¦||let x = 1', 'no host lines'],
  ['.include ¦"none.inc"', 'not found'],
  // Values that do not fit.
  ['mov eax, ${k}; mov al, ¦${ { a: "}", b: 300 }.b }', '300 does not fit a byte'],
  ['\n  mov eax, ${`${k}}`.length}\n  mov al, 1; mov bl, ¦${k + 1} + ${300}', '306 does not fit a byte'],
  ['mov eax, ¦${2 ** 32}', '4294967296 does not fit'],
  ['mov eax, ¦${undefined}', 'undefined is not an integer'],
  ['mov eax, ¦${undefined} + 1', 'undefined is not an integer'],
  ['mov eax, ¦${1.5}', '1.5 is not an integer'],
  ['mov eax, ¦${"5"}', 'is not an integer'],
  ['mov eax, ¦${new Uint8Array(1)}', 'is not an integer'],
  ['mov64 rax, ¦${2n ** 64n}', 'does not fit 64 bits'],
  ['mov64 rax, ¦${2n ** 63n} * 2', 'does not fit 64 bits'],
  ['mov eax, ¦${k} / 2', '5/2 is not an integer'],
  ['mov eax, ¦${k} / ${0}', 'a division by zero'],
  ['mov64 rax, &¦${{}}', 'has no address'],
  ['mov64 rax, &¦${() => 1}', 'has no address'],
  ['.float ¦${5n}', '5n is not a number'],
  ['mov Rd¦(${16}), 1', '16 does not fit'],
  ['jmp =>¦${-1}', 'out of range'],
  // What link finds.
  ['nop\n  nop; ¦jmp ->nowhere', 'global label ->nowhere is undefined'],
  ['nop; ¦jmp >1', 'local label 1 is undefined'],
  ['->a:\n  ->b:; ¦->a:', 'defined'],
].map(([template = '', message = '']) => [template, message] as const);

const PROGRAM_HEAD = `import { asm } from 'dynasm';
const k: number = 5;
function run(make: () => unknown) {
  try { make(); console.log('no error'); }
  catch (error) { console.log(JSON.stringify([(error as Error).name, (error as Error).message])); }
}
`;

interface Program {
  readonly text: string;
  /** The place of the mark of each case. */
  readonly places: readonly string[];
}

/** All cases as one TypeScript program. */
function program(): Program {
  let text = PROGRAM_HEAD;
  const places: string[] = [];
  for (const [template] of CASES) {
    text += `run(() => (asm.x64 as any)\``;
    const [before = ''] = template.split('¦');
    const lines = (text + before).split('\n');
    places.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    text += `${template.replace('¦', '')}\`.bytes);\n`;
  }
  return { text, places };
}

/** What the program printed, a line for each case. */
function outcomes(stdout: string): readonly string[] {
  return stdout
    .trim()
    .split('\n')
    .map(line => (line.startsWith('[') ? (JSON.parse(line) as string[])[1] : line) ?? '');
}

function check(stdout: string, file: string, places: readonly string[]): void {
  const actual = outcomes(stdout);
  const wrong = CASES.flatMap(([template, message], index) => {
    const outcome = actual[index] ?? '';
    const isRight = outcome.startsWith(`${file}:${places[index]}: `) && outcome.includes(message);
    return isRight ? [] : [{ template, expected: `${file}:${places[index]}: … ${message}`, outcome }];
  });
  expect(wrong).toEqual([]);
  expect(actual.length).toBe(CASES.length);
}

test('errors have their place in a file that tsx runs', () => {
  const { text, places } = program();
  folder.write('errors.ts', text);
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  const { stdout } = spawnSync(process.execPath, ['--import', tsx, 'errors.ts'], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  check(stdout, join(folder.path, 'errors.ts'), places);
});

test('errors have their place in the source of a translated file with a source map', () => {
  const { text, places } = program();
  folder.write('lib/errors.ts', text);
  const { code, map } = transformSync('errors.ts', text, { sourcemap: true });
  const mapText = Buffer.from(JSON.stringify(map)).toString('base64');
  folder.write('lib/errors.mjs', `${code}\n//# sourceMappingURL=data:application/json;base64,${mapText}`);
  const { stdout } = folder.node(['--enable-source-maps', 'lib/errors.mjs']);
  check(stdout, join(folder.path, 'lib/errors.ts'), places);
});

test('errors have their place in JavaScript with CRLF', () => {
  const { text, places } = program();
  const head = PROGRAM_HEAD.replaceAll(/: (?:\(\) => )?(?:number|unknown)| as Error/g, '');
  const js = head + text.slice(PROGRAM_HEAD.length).replaceAll(' as any', ' '.repeat(' as any'.length));
  folder.write('errors.mjs', js.replaceAll('\n', '\r\n'));
  const { stdout, stderr } = folder.node(['errors.mjs']);
  expect(stderr).toBe('');
  check(stdout, join(folder.path, 'errors.mjs'), places);
});

test('without the source, places count in the template, and the call is named', () => {
  folder.write('node_modules/lib/package.json', '{"type": "module", "exports": "./index.js"}');
  const text = `import { asm } from 'dynasm';\nexport const f = n => asm.x64\`nop\n  mov al, \${n}; mvo eax, 1\`;\n`;
  const map = { version: 3, sources: ['missing.ts'], names: [], mappings: 'AAAA;AACA' };
  const mapText = Buffer.from(JSON.stringify(map)).toString('base64');
  folder.write(
    'node_modules/lib/index.js',
    `${text}//# sourceMappingURL=data:application/json;base64,${mapText}`,
  );
  folder.write(
    'main.mjs',
    `import { f } from 'lib';\ntry { f(1); } catch (error) { console.log(error.message); }`,
  );
  const { stdout } = folder.node(['--enable-source-maps', 'main.mjs']);
  expect(stdout)
    .toBe(`asm\`…\` at ${join(folder.path, 'node_modules/lib/missing.ts')}:2:1:2:17: error: unknown statement \`mvo' [unknown-statement]
    2 |   mov al, \${…}; mvo eax, 1
      |                 ^~~
      note: did you mean \`mov'?
`);
});

test('the message shows the line, and what a define made of it', () => {
  folder.write(
    'shown.mjs',
    `import { asm } from 'dynasm';
try {
  asm\`
    .define N, \${1} + foo
    mov eax, N // \${2}
    mov eax, \${[1, 2].length} * bar
  \`;
} catch (error) { console.log(error.name + ': ' + error.message); }
`,
  );
  const file = join(folder.path, 'shown.mjs');
  expect(folder.node(['shown.mjs']).stdout)
    .toBe(`TranslationError: ${file}:5:5: error: \`foo' has no value here [no-value]
    5 |     mov eax, N // \${2}
      |     ^
      as: \${…} + foo
                 ^~~
      note: values of the program come in as \${value}
${file}:6:33: error: \`bar' has no value here [no-value]
    6 |     mov eax, \${[1, 2].length} * bar
      |                                 ^~~
      note: values of the program come in as \${value}
`);
});

test('a tag that is called as a function, or for another state, says so', () => {
  folder.write(
    'calls.mjs',
    `import { asm, dasm } from 'dynasm';
const messages = [
  () => asm('nop'),
  () => asm(['nop']),
  () => { const Dst = dasm.new(); Dst.free(); Dst.asm\`nop\`; },
  () => dasm.new([0xc3, 255], { arch: 'x64', globals: 3 }).asm\`->f:\`,
].map(call => { try { call(); return 'no error'; } catch (error) { return error.message; } });
console.log(messages.join('\\n'));
`,
  );
  expect(folder.node(['calls.mjs']).stdout.trim().split('\n')).toEqual([
    'asm is the tag of a template: asm`mov eax, ${value}; ret`',
    'asm is the tag of a template: asm`mov eax, ${value}; ret`',
    'this state was freed',
    'a template is put by names, but the state has sections or global labels that the list does not name',
  ]);
});
