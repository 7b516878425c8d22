/**
 * What tests import from oxc-transform: the removal of types, which Node does from 22.13 on. oxc-transform
 * has no binary for some platforms, and Wine 8 does not load the one for Windows.
 */
import * as modules from 'node:module';

const { stripTypeScriptTypes } = modules as unknown as {
  stripTypeScriptTypes?: (code: string, options: { mode: 'strip' }) => string;
};

export function transformSync(_file: string, code: string): { code: string; errors: readonly Error[] } {
  if (stripTypeScriptTypes === undefined) throw new Error('this version of Node does not remove types');
  return { code: stripTypeScriptTypes(code, { mode: 'strip' }), errors: [] };
}
