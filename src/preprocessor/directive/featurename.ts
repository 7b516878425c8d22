/** Reads the name of a processor feature, as the option `cpu` and the directive `.cpu` have it. */
import {
  FEATURES,
  findFeature,
  LEVEL_NAMES,
  type Feature,
  type Level,
} from '../../encoder/format/feature.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';

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
