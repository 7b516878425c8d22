/**
 * `.cpu`: which features of the processor instructions may need. Takes names of features and levels, and
 * allows these beside those of the option `cpu`; `.cpu default` goes back to the option.
 */
import { expandFeatures } from '../../encoder/format/feature.ts';
import { StatementError } from '../diagnostic/error.ts';
import type { Session } from '../session.ts';
import { readFeature } from './featurename.ts';

export function installCpu(session: Session): void {
  const { cpu: limit, directives, cache } = session;
  directives.add('.cpu', '*', operands => {
    const [first] = operands;
    if (first === undefined) {
      const notes = ['`.cpu avx2, fma` allows features; `.cpu default` goes back to the option cpu'];
      throw new StatementError('.cpu needs a feature', { code: 'cpu', notes });
    }
    const isDefault = operands.length === 1 && first.text === 'default';
    const allowed = isDefault ? [] : operands.map(operand => readFeature(operand.text, operand));
    if (limit === undefined) return;
    session.cpu = new Set([...limit, ...expandFeatures(allowed)]);
    // What has been assembled may not be allowed any more.
    cache.clear();
  });
}
