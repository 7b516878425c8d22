/** Makes the architecture arm64 from its registers, directives and instructions. */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import type { ListLayout } from '../../actionlist/listlayout.ts';
import { misplacedExpression } from './misplacedexpression.ts';
import type { Arch } from '../arch.ts';
import { makeEditing } from './arm64editing.ts';
import { ClassicSet } from './classic/classicset.ts';
import { externalNames, REGISTER_DEFINES } from './classic/classicregister.ts';

import { makeClassicDirectives, switchSection } from './classic/classicdirective.ts';
import { CLASSIC_GROUPS, STRICT_GROUPS } from './registergroup.ts';
import { makeStrictDirectives } from './strictdirective.ts';
import { StrictSet } from './strictset.ts';

/** DynASM escapes words of code that look like the actions in front of this one: it forgets two. */
const DYNASM_ESCAPED = Arm64Action.IMMV;

/** Actions of format 2 are ESC with something in its lower half. */
function isExtended(action: number): boolean {
  return action >>> 16 === Arm64Action.ESC && action !== Arm64Action.word(Arm64Action.ESC);
}

const describeForm: Arch['describeForm'] = ({ mnemonic, operands, code, features }) => ({
  mnemonic,
  operands,
  encoding: code.text,
  features,
});

/** `withAdditions`: with the instructions and directives that DynASM does not know. */
export function makeArm64(withAdditions: boolean): Arch {
  const layout: ListLayout = {
    element: 'word',
    limit: 0xffff_ffff,
    stop: Arm64Action.word(Arm64Action.STOP),
    escape: Arm64Action.word(Arm64Action.ESC),
    firstAction: 0,
    lastAction: Arm64Action.word(withAdditions ? Arm64Action.ACTIONS : DYNASM_ESCAPED) - 1,
    extended: action => (isExtended(action) ? [action] : undefined),
    sharesChunks: false,
    firstGlobal: Arm64Action.FIRST_GLOBAL,
    maxGlobals: Arm64Action.MAX_GLOBALS,
    maxExterns: Arm64Action.MAX_EXTERNS,
    globalName: /^[A-Za-z_][A-Za-z0-9_]*$/,
    globalNameRule: 'a global label is a letter or `_`, then letters, digits and `_`',
  };
  const directives = withAdditions ? makeStrictDirectives() : makeClassicDirectives();
  const instructions = withAdditions ? new StrictSet() : new ClassicSet();
  return {
    name: 'arm64',
    layout,
    registers: REGISTER_DEFINES,
    externalNames,
    find(statement, count) {
      const directive = directives.get(statement);
      if (directive === undefined) return instructions.find(statement, count);
      return directive.counts.includes(count) || directive.counts.includes('*')
        ? directive.handler
        : undefined;
    },
    counts: statement => directives.get(statement)?.counts ?? instructions.counts(statement),
    registerGroups: withAdditions ? STRICT_GROUPS : CLASSIC_GROUPS,
    misplacedError: misplacedExpression,
    section: switchSection,
    describeForm,
    editing: makeEditing(instructions),
    forms: (pattern = /^/) =>
      instructions.names
        .filter(name => pattern.test(name))
        .toSorted()
        .flatMap(name => instructions.forms(name))
        .map(describeForm),
  };
}
