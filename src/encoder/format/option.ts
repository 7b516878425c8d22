/**
 * The check of options, as functions take them in an object: an option that there is not is wrong, too. The
 * encoder alone does not have it (`State` checks its two options itself), so that its bundle stays small.
 */
import { firstOf, isObject, type Check } from './argument.ts';
import { nearest } from './nearestname.ts';

/** By the name of the option. All options may be undefined. */
export type OptionChecks<Options> = { readonly [Key in keyof Required<Options>]: Check };

/**
 * Options: an object, or undefined if none is required. An option that there is not is wrong, too.
 * @param required the options that must be given
 */
export function isOptions(checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (options, name) => {
    if (options === undefined && required.length === 0) return undefined;
    return (
      isObject(options, name) ??
      firstOf(Object.keys(options as object), key =>
        Object.hasOwn(checks, key) ? undefined : unknownOption(key, Object.keys(checks)),
      ) ??
      firstOf(Object.entries(checks), ([key, check]) => {
        const value: unknown = Reflect.get(options as object, key);
        const isMissing = value === undefined && !required.includes(key);
        return isMissing ? undefined : check(value, `${name}.${key}`);
      })
    );
  };
}

function unknownOption(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return `there is no option \`${key}\`; ${near === undefined ? `the options are ${known.join(', ')}` : `did you mean \`${near}\`?`}`;
}
