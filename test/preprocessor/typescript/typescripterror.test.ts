/**
 * Errors that only TypeScript output has: of text that cannot be printed, and of assembly that stands where a
 * statement cannot. Each with its place. The cases are in fixtures/typescript/errors.txt.
 */
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { filesOf, testCases } from '../../casefile.ts';

testCases('typescript/errors.txt', ['source'], parts => {
  const files = filesOf(parts);
  const { code, diagnostics } = translateSource(parts.get('source') ?? '', {
    file: 'a.dast',
    lang: 'ts',
    readInclude: path => ({ path, text: files[path] ?? '' }),
  });
  const errors = diagnostics.map(
    ({ file, line, column, message, code: name }) => `${file}:${line}:${column}: ${message} [${name}]`,
  );
  return { errors: errors.join('\n'), code: code ?? '' };
});
