/**
 * Errors of a state in the user's terms: what an action refers to, by name, and the source line it comes from.
 */
import { Action, FIRST_GLOBAL, FORWARD } from './actions.ts';
import { isInteger, misfit } from './argument.ts';
import type { Emitter } from './emitter.ts';
import * as Record from './record.ts';
import { EncodeError, Status, show } from './status.ts';
import * as Step from './step.ts';

/** The error for an action, with its source line. */
export function failure(state: Emitter, status: number, text: string, offset?: number): EncodeError {
  return new EncodeError(status, text, offset === undefined ? undefined : state.list.sourceOf(offset));
}

/** Throws the error of a failing put or checkStep, and sets the status. */
export function fail(state: Emitter, status: number, text: string, offset?: number): never {
  state.status = status;
  state.failure = failure(state, status, text, offset);
  throw state.failure;
}

/** Fails for an argument that an action does not take; `reason`: why there is no value at all. */
export function failArgument(
  state: Emitter,
  step: number,
  value: unknown,
  offset: number,
  reason: string,
): never {
  const text = Number.isNaN(value) && reason !== '' ? reason : misfit(step, value);
  switch (step) {
    case Step.VREG:
      return fail(state, Status.RANGE_VREG | offset, text, offset);
    case Step.VREG_NARROW: {
      const { arch, actions } = state.list;
      // An x87 register has a prefix to be dropped.
      const isByte = arch === 'x64' && isInteger(value) && ((actions[offset + 1] ?? 0) & 0x18) === 0;
      const where = isByte ? ' beside ah, ch, dh or bh' : '';
      return fail(state, Status.RANGE_VREG | offset, text + where, offset);
    }
    case Step.PC:
    case Step.LABEL_PC: {
      const range = state.labels.pcSize === 0 ? 'there are none' : `there are 0…${state.labels.pcSize - 1}`;
      const problem = isInteger(value)
        ? `pc label =>${value} is out of range`
        : `pc label: ${show(value)} is no integer`;
      return fail(state, Status.RANGE_PC | offset, `${problem}; ${range} (growPc makes more)`, offset);
    }
    default:
      return fail(state, Status.RANGE_I | offset, text, offset);
  }
}

/** Fails for a number of arguments that the chunk does not take. */
export function failCount(state: Emitter, start: number, given: number, expected: number): never {
  const what = given < expected ? 'missing' : 'surplus';
  const text = `${what} argument: put(${start}, …) takes ${expected} of them, not ${given}`;
  return fail(state, Status.RANGE_I | start, text, start);
}

/** The error for a label that is referenced, but not defined; it names the line of the first reference. */
export function undefinedLabel(state: Emitter, status: number, name: string, instance: number): EncodeError {
  return failure(state, status, `${name} is undefined`, firstReference(state, instance));
}

/** Offset of the first action that refers to a label instance. */
export function firstReference(state: Emitter, instance: number): number | undefined {
  for (const { records, recordEnd } of state.sections) {
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const offset = (records[r] ?? 0) >>> 8;
      if (records[r + 1] === instance && refersToLabel(state.list.actions[offset])) return offset;
    }
  }
  return undefined;
}

/** What the action at an offset refers to; `instance` is the label's, where it is a label. */
export function describeReference(state: Emitter, offset: number, instance: number): string {
  const { actions, externs } = state.list;
  const inline = actions[offset + 1] ?? 0;
  switch (actions[offset]) {
    case Action.REL_LG:
    case Action.IMM_LG: {
      const isDefined = state.labels.named[inline] !== instance;
      return isDefined ? labelName(state, inline) : `${labelName(state, inline)} (undefined)`;
    }
    case Action.REL_PC:
    case Action.IMM_PC: {
      const pc = state.labels.pc.findIndex(named => Math.abs(named) === instance);
      return pc < 0 ? 'a pc label' : `pc label =>${pc}`;
    }
    case Action.EXTERN:
      return externName(externs, actions[offset + 2] ?? 0);
    default:
      return 'the target';
  }
}

/** A local or global label in words. */
export function labelName(state: Emitter, number: number): string {
  if (number < FIRST_GLOBAL) return `local label ${number}`;
  if (number > FORWARD) return `local label ${number - FORWARD}`;
  const index = number - FIRST_GLOBAL;
  const name = state.list.globals[index];
  return name === undefined ? `global label ${index}` : `global label \`${name}\``;
}

/** An extern in words. */
export function externName(externs: readonly string[], number: number): string {
  const name = externs[number];
  return name === undefined ? `extern ${number}` : `extern \`${name}\``;
}

/** A section in words. */
export function sectionName(state: Emitter, index: number): string {
  const name = state.list.sections[index];
  return name === undefined ? `section ${index}` : `section \`${name}\``;
}

function refersToLabel(action: number | undefined): boolean {
  switch (action) {
    case Action.REL_LG:
    case Action.IMM_LG:
    case Action.REL_PC:
    case Action.IMM_PC:
      return true;
    default:
      return false;
  }
}
