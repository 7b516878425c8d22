/**
 * What operands become in TypeScript output, or the errors that they get: fixtures/typescript/operands.txt
 * has them by kind.
 */
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { linesOf, testCases } from '../../casefile.ts';

const BEFORE = [".type P, 'p', rbx", ".type Q, 'q'", '->l:'];

/** The statement's actions and the arguments of its put; or its diagnostics. */
function translated(arch: string, host: string, statement: string): string {
  const before = arch === 'x64' ? BEFORE.map(line => `|${line}\n`).join('') : '';
  const source = `${host}\n|.arch ${arch}\n|.actionlist actions\n${before}f();\n|${statement}\n`;
  const { code, diagnostics } = translateSource(source, { file: 'f', lang: 'ts', specialise: false });
  if (code === undefined) {
    return diagnostics
      .flatMap(({ column = 0, message, code: name, notes }) => [
        `  ${column - 1}: ${message} [${name}]`,
        ...notes.map(note => `     ${note}`),
      ])
      .join('\n');
  }
  const start = Number(/put\((\d+)[^;]*\);(?: \})?\s*$/m.exec(code.slice(code.lastIndexOf('f();')))?.[1]);
  const bytes = (/actions: \[([^\]]*)\]/.exec(code)?.[1] ?? '').split(',').map(Number).slice(start, -1);
  const [, line = ''] = /f\(\);\n(?:.*\n)*? *(.*put\(.*)/.exec(code) ?? [];
  return `  ${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}  ${line}`.trimEnd();
}

testCases('typescript/operands.txt', ['arch', 'host', 'statements'], parts => ({
  output: linesOf(parts, 'statements')
    .map(line => `${line}\n${translated(parts.get('arch') ?? 'x64', parts.get('host') ?? '', line)}`)
    .join('\n'),
}));
