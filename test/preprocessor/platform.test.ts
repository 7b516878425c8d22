/** The defines that a translation gets from its platform, and the files that it reports as read. */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../src/preprocessor/index.ts';

/** A platform and a condition, then whether it holds. */
const PLATFORMS: readonly (readonly [string | undefined, string, boolean])[] = [
  ['x64-linux', 'X64 && LINUX', true],
  ['x64-linux', 'X86 or WINDOWS or OSX', false],
  ['x86-windows', 'X86 and WINDOWS', true],
  ['ia32-win32', 'X86 and WINDOWS', true],
  ['x64-darwin', 'OSX', true],
  ['x64-freebsd', 'BSD', true],
  ['arm64-linux', 'ARM64 && LINUX && !X64', true],
  [undefined, 'X64 or X86 or LINUX', false],
];

test('defines say which platform the code is for', () => {
  const failures: string[] = [];
  for (const [platform, condition, wanted] of PLATFORMS) {
    const source = `|.arch x64\n|.if ${condition}\n|| yes();\n|.endif`;
    const { code = '' } = translateSource(source, { file: 'f', lang: 'ts', platform });
    if (code.includes('yes()') !== wanted) failures.push(`${platform}: ${condition}`);
  }
  expect(failures).toEqual([]);
  for (const arch of ['x86', 'arm64']) {
    const { code } = translateSource('|.arch ARCH\n|.actionlist a', {
      file: 'f',
      lang: 'ts',
      platform: `${arch}-linux`,
    });
    expect(code).toContain(`arch: '${arch}'`);
  }
});

test('an unknown platform is a diagnostic', () => {
  const { diagnostics } = translateSource('', { file: 'f', lang: 'ts', platform: 'vax-vms' });
  expect(diagnostics.map(({ message }) => message)).toEqual(["unknown platform `vax-vms'"]);
});

test('dependencies are what was read, each once', () => {
  const { dependencies } = translateSource('|.include a\n|.include b\n|.include a', {
    file: 'f',
    lang: 'ts',
    readInclude: path => ({ path: `folder/${path}`, text: '' }),
  });
  expect(dependencies).toEqual(['folder/a', 'folder/b']);
});
