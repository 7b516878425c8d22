/**
 * TypeScript as an output language: assembly inside TypeScript, a TypeScript module as output. `read/` reads,
 * `print/` prints; here both come together with what the language wants of the assembly.
 */
import type { ArgumentValue, Declaration } from '../../item.ts';
import { cut, type Slice } from '../../text/slice.ts';
import type { OutputLanguage, PrintedUnit, PrintOptions, Unit } from '../outputlanguage.ts';
import { ChunkFunctions } from './print/chunkfunctions.ts';
import { printModule, SIZE_OF } from './print/printer.ts';
import { checkExpression, checkIdentifier } from './read/expression.ts';
import { parseMemberPath } from './read/memberpath.ts';
import { typescriptDialect } from './read/typescriptdialect.ts';

/** TypeScript with assembly in it, printed in this way. */
const languageWith = (print: OutputLanguage['print']): OutputLanguage => ({
  dialect: typescriptDialect,
  capabilities: {
    registersAreDefines: false,
    sharedChunks: false,
    addresses64Bit: true,
    addressSizePrefix: true,
    negativeFields: true,
    rejectsDefects: true,
    uniqueLabels: true,
    extendedActions: true,
    goesOnBehindErrors: true,
    repeatedArch: false,
    needsArch: false,
    platformDefines: true,
    packageIncludes: true,
  },
  sizeOf: ctype => `${SIZE_OF}(${ctype.trim()})`,
  checkArgument,
  checkDeclaration,
  print,
});

/** TypeScript with assembly in it. */
export const typescriptLanguage = /* @__PURE__ */ languageWith(printTypeScript);

/** The same for host lines without types: what is printed beside them has none. */
export const javascriptLanguage = /* @__PURE__ */ languageWith((unit, options) => printModule(unit, options));

function printTypeScript(unit: Unit, options: PrintOptions): PrintedUnit {
  return printModule(unit, options, options.specialise ? ChunkFunctions : undefined);
}

function checkArgument(value: ArgumentValue): void {
  if (value.kind === 'member') {
    parseMemberPath(value);
    const { added: text, start, end } = value;
    if (text !== undefined) checkExpression({ text, start, end });
  }
  // A variable register's text is its number in parentheses.
  else checkExpression(value.kind === 'register' ? cut(value, 1, value.text.length - 1) : value);
}

function checkDeclaration(declaration: Declaration, operands: readonly Slice[]): void {
  const [operand] = operands;
  switch (declaration.kind) {
    case 'type': {
      const [, ctype] = operands;
      if (ctype !== undefined) checkExpression(ctype);
      break;
    }
    case 'actions':
      checkIdentifier(declaration.name, 'the action list', operand);
      break;
    case 'globals':
      checkIdentifier(`${declaration.prefix}_MAX`, 'the constant', operand);
      break;
    case 'globalnames':
    case 'externnames':
      checkIdentifier(declaration.name, 'the name', operand);
      break;
    case 'sections':
      for (const [index, name] of declaration.names.entries()) {
        checkIdentifier(`DASM_SECTION_${name}`, 'the constant', operands[index]);
      }
      break;
  }
}
