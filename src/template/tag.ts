/**
 * The tag `asm`: assembly in a template of a TypeScript or JavaScript file, without a build step. Takes the
 * template's strings and values; returns its code.
 */
import type { ActionList, Arch } from '../encoder/index.ts';
import { BuildState } from '../exec/buildstate.ts';
import type { AddressLike } from '../exec/valueaddress.ts';
import { putTemplate } from './puttemplate.ts';
import { processArch, siteOf, templateList } from './site.ts';
import { TemplateCode } from './templatecode.ts';

/** What may stand in a template: an integer, a number for `.float` and `.double`, or what has an address. */
export type TemplateValue = AddressLike;

/**
 * Assembles a template.
 * @throws {TranslationError} if the template has errors
 * @throws {EncodeError} if a value does not fit, as `State.put` does
 */
export type TemplateTag = (
  strings: TemplateStringsArray,
  ...values: readonly TemplateValue[]
) => TemplateCode;

export interface Asm extends TemplateTag {
  readonly x64: TemplateTag;
  readonly x86: TemplateTag;
  readonly arm64: TemplateTag;
  /** Makes an empty action list for `dasm.new`, whose states then take `Dst.asm`. Default: this process's. */
  readonly actionList: (arch?: Arch) => ActionList;
}

function assemble(
  strings: TemplateStringsArray,
  values: readonly TemplateValue[],
  arch: Arch,
  tag: TemplateTag,
): TemplateCode {
  const site = siteOf(strings, arch, tag);
  const state = new BuildState(site.ownList);
  site.growPc(state, values);
  putTemplate(state, strings, values, tag);
  return new TemplateCode(state);
}

function hostTag(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): TemplateCode {
  return assemble(strings, values, processArch(), hostTag);
}

function x64(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): TemplateCode {
  return assemble(strings, values, 'x64', x64);
}

function x86(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): TemplateCode {
  return assemble(strings, values, 'x86', x86);
}

function arm64(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): TemplateCode {
  return assemble(strings, values, 'arm64', arm64);
}

/**
 * The tag of templates: `` asm`lea eax, [rdi+${n}]; ret` ``. It assembles for the architecture of the
 * process; `asm.x64`, `asm.x86` and `asm.arm64` for that one.
 */
export const asm: Asm = Object.assign(hostTag, { x64, x86, arm64, actionList: templateList });
