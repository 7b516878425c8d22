/**
 * What the tests import from `@jest/globals`, over `node:test` and Jest's own package `expect`: bundle.ts
 * puts this file in its place. It has what the tests that are bundled use, and nothing else.
 */
import * as runner from 'node:test';
import { inspect } from 'node:util';

export { expect } from 'expect';

type Body<Row extends readonly unknown[]> = (...row: Row) => void | Promise<void>;
type Run = (name: string, body: () => void | Promise<void>) => unknown;

function show(value: unknown): string {
  return typeof value === 'string' ? value : inspect(value, { breakLength: Infinity });
}

/** Jest's `each`: a row that is not an array is one argument. */
function each(run: Run) {
  return (rows: readonly unknown[]) =>
    (name: string, body: Body<unknown[]>): void => {
      for (const row of rows) {
        const args = Array.isArray(row) ? row : [row];
        const shown = args.values();
        run(
          name.replace(/%[sdj]/g, () => show(shown.next().value)),
          () => body(...args),
        );
      }
    };
}

// Jest's functions pass nothing; node:test passes its context.
const withoutContext = (body: Body<[]>) => (): void | Promise<void> => body();
const runTest: Run = (name, body) => runner.test(name, withoutContext(body));
const skipTest: Run = name => runner.test(name, { skip: true });
const runSuite: Run = (name, body) => runner.describe(name, withoutContext(body));

export const test = Object.assign(runTest, {
  each: each(runTest),
  skip: Object.assign(skipTest, { each: each(skipTest) }),
});
export const describe = Object.assign(runSuite, { each: each(runSuite) });

type Hook = (body: Body<[]>) => void;
export const beforeAll: Hook = body => runner.before(withoutContext(body));
export const afterAll: Hook = body => runner.after(withoutContext(body));
export const beforeEach: Hook = body => runner.beforeEach(withoutContext(body));
export const afterEach: Hook = body => runner.afterEach(withoutContext(body));
