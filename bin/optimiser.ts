/** When V8 optimises: later than it would by itself. */
import { setFlagsFromString } from 'node:v8';

/** By V8's major version, as its flags come and go: Node 20, 22, 24 and 26. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=350000'],
  12: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  13: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  14: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
};

/**
 * Makes V8 optimise functions later. Most files are translated before optimised code is ready, and making it
 * costs more than it saves: without this a file of 5,000 lines takes half as long again.
 */
export function delayOptimising(): void {
  for (const flag of FLAGS[process.versions.v8.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag);
}
