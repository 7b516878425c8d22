/**
 * The TypeScript target: assembly inside TypeScript, a TypeScript module as output. Reading is in typescript/dialect.ts,
 * printing in typescript/print.ts; here both come together with what the target wants of the assembly.
 */
import type { ArgumentValue, Declaration } from '../item.ts';
import type { Target } from './target.ts';
import { typescriptDialect } from './typescript/dialect.ts';
import { checkExpression, checkIdentifier, parseTail } from './typescript/expression.ts';
import { SIZE_OF, printUnit } from './typescript/print.ts';

function check(subject: ArgumentValue | Declaration): void {
  switch (subject.kind) {
    case 'register':
      checkExpression(subject.text.slice(1, -1));
      break;
    case 'value':
    case 'address':
    case 'address32':
    case 'low':
    case 'high':
      checkExpression(subject.text);
      break;
    case 'member':
      parseTail(subject.tail);
      break;
    case 'type':
      checkExpression(subject.type.ctype);
      break;
    case 'actions':
      checkIdentifier(subject.name, 'the action list');
      break;
    case 'globals':
      checkIdentifier(`${subject.prefix}_MAX`, 'the constant', subject.prefix);
      break;
    case 'globalnames':
    case 'externnames':
      checkIdentifier(subject.name, 'the name');
      break;
    case 'sections':
      for (const name of subject.names) checkIdentifier(`DASM_SECTION_${name}`, 'the constant', name);
      break;
  }
}

/** TypeScript with assembly in it. */
export const typescriptTarget: Target = {
  dialect: typescriptDialect,
  capabilities: {
    registersAreDefines: false,
    sharedChunks: false,
    wideAddresses: true,
    addressSizePrefix: true,
    refuseDoubtful: true,
    repeatedArch: false,
    needsArch: false,
    hostDefines: true,
  },
  sizeOf: ctype => `${SIZE_OF}(${ctype.trim()})`,
  check,
  print: printUnit,
};
