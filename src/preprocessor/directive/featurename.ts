/** Reads names of processor features, as the option `cpu` and the directive `.cpu` have them. */
import { isArrayOf, isText, type Check } from '../../encoder/format/argument.ts';
import {
  FEATURES,
  findFeature,
  LEVEL_NAMES,
  type Feature,
  type Level,
} from '../../encoder/format/feature.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';

const isTexts = /* @__PURE__ */ isArrayOf(isText);

/** Takes the option `cpu`: names, as a list or in one text. */
export const isCpu: Check = (value, name) => (typeof value === 'string' ? undefined : isTexts(value, name));

/** The names in the option `cpu`. */
export function featureNames(cpu: string | readonly string[]): readonly string[] {
  return typeof cpu === 'string' ? cpu.split(/[\s,]+/).filter(Boolean) : cpu;
}

/** The feature or level that a name means. Throws `StatementError`. */
export function readFeature(name: string, at?: Span): Feature | Level {
  const feature = findFeature(name);
  if (feature !== undefined) return feature;
  throw new StatementError(`\`${name}' is not a feature of processors`, {
    code: 'cpu',
    at,
    notes: [`there are ${LEVEL_NAMES.join(', ')}, ${FEATURES.join(', ')}`],
  });
}
