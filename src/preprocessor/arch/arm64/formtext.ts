/** Says in words what operands are and what forms take, for messages and the reference. */
import { EXTENSIONS } from './extension.ts';
import { NAMED_VALUES } from './namedvalue.ts';
import type { Pattern, RegisterClass } from './operandpattern.ts';
import type { Form } from './rownotation.ts';
import type { Operand } from './statementoperand.ts';

/** The operands of a form in the words of Arm's manual: `Xd|SP, Xn|SP, #imm`. */
export function describeOperands({ operands }: Form): string {
  return operands
    .replace('#negated', '#-imm')
    .replace(/#(?:addsub|bitmask|inverted|movbits|movz|movn|bytes|byte)\b(?:\.\w)?/g, '#imm')
    .replace(/#v?fpimm\b/g, '#fimm')
    .replace(/#(?:hw|shl|shr|lsl|immr|imms|imm6)\.\w/g, '#shift')
    .replace(/#(?:into|lsb)\.\w/g, '#lsb')
    .replace(/#(?:width|inserted)\.\w/g, '#width')
    .replace(/#fbits\.\w/g, '#fbits')
    .replace(/#s?(?:[A-Za-z]\w*:)*(?:imm|abc|b40|b5)\w*(?::\w+)*(?:[*+]\d+)*(?:≤\d+)?(?:\.\w)?/g, '#imm')
    .replace(/(#[^\s,}\]]+?)(?:[*+]\d+)+/g, '$1')
    .replace(/@[\w:]+/g, '')
    .replace(/\[(?:[HLMQS]|size|sz1|[ij]\d)(?::\w+)*\]/g, '[index]')
    .replace(/≤\d+e?/g, '')
    .replace(/Vm[34]/g, 'Vm')
    .replace(/\{(V[a-z])\.(\w+)\*(\d)\}/g, (_, name: string, shape: string, count: string) =>
      `{${Array.from({ length: Number(count) }, (__, n) => `${name}${n === 0 ? '' : n + 1}.${shape}`).join(', ')}}`)
    .replace(/\b(?:rel26|rel19|rel14|adrp?)\b/g, 'label')
    .replace(/\blo12\*\d+/g, ':lo12:label')
    .replace(/=\d/g, '=value')
    .replace(/cond'/g, 'cond')
    .replace(/\b[a-z]\w*(?=[ {]+#)|\b(?:sxtx|indexw)\b/g, name => modifierText(name))
    .replace(/\b(?:isb|nxs|barrier)\b/g, 'option')
    .replace(/\b(ic|dc|at|tlbi)t?\b(?=[, ]|$)/g, 'operation')
    .replace(/\bsmza\b/g, 'sm|za');
} // prettier-ignore

function modifierText(name: string): string {
  const extension = EXTENSIONS[name];
  return extension === undefined ? name : [...extension.names.keys()].join('|');
}

const CLASSES: Readonly<Record<RegisterClass, string>> = {
  W: 'a 32-bit register',
  X: 'a 64-bit register',
  WSP: 'wsp',
  SP: 'sp',
  B: 'a register b0 … b31',
  H: 'a register h0 … h31',
  S: 'a register s0 … s31',
  D: 'a register d0 … d31',
  Q: 'a register q0 … q31',
  V: 'a vector',
  C: 'c0 … c15',
};

/** What an operand may be that has this pattern: `a 64-bit register or sp`. */
export function patternWords(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'register': {
      const { classes, arrangement, index, number, writesBack } = pattern;
      if (number !== undefined && classes[0] !== 'V')
        return (classes[0] ?? '').endsWith('SP') ? (classes[0] ?? '').toLowerCase() : `x${number}`;
      if (arrangement !== undefined) {
        const shape = arrangement.toLowerCase();
        return index === undefined ? `a vector .${shape}` : `an element .${shape}[i]`;
      }
      const words = listWords(classes.map(each => CLASSES[each]));
      return writesBack ? `${words} with \`!'` : words;
    }
    case 'list':
      return `a list of ${pattern.count} vector${pattern.count === 1 ? '' : 's'} .${pattern.arrangement.toLowerCase()}`;
    case 'memory':
      return 'memory';
    case 'modifier':
      return listWords([...pattern.names.keys()]);
    case 'value':
      return /^#-?\d/.test(pattern.text) ? `#${pattern.rule.words}` : 'an immediate';
    case 'condition':
      return 'a condition';
    case 'label':
      return pattern.field === 'lo12' ? "`:lo12:' and a label" : 'a label';
    case 'name':
      return NAMED_VALUES[pattern.set]?.words ?? 'a name';
    default:
      return "`=value'";
  }
}

/** What an operand of a statement is. */
export function operandWords({ content, text }: Operand): string {
  switch (content.kind) {
    case 'register': {
      const { register } = content;
      if (register.arrangement === undefined)
        return register.class === 'V' ? 'a vector without arrangement' : CLASSES[register.class];
      const shape = register.arrangement.toLowerCase();
      return register.index === undefined ? `a vector .${shape}` : `an element .${shape}`;
    }
    case 'list':
      return 'a list of vectors';
    case 'memory':
      return 'memory';
    case 'immediate':
      return 'an immediate';
    case 'modifier':
      return `\`${content.name}'`;
    case 'name':
      return `\`${text}'`;
    case 'label':
      return 'a label';
    default:
      return 'a literal';
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or' = 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
