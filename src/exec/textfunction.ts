/**
 * Functions of JavaScript's that are made from text, so that each use has one of its own, and V8 need not
 * consider what others do. Texts have nothing of a program's in them but numbers and names of ours.
 */

/**
 * @param names of the parameters
 * @param body the text of the function's body
 * @returns undefined where code from strings is forbidden
 */
export function textFunction(
  names: readonly string[],
  body: string,
): ((...values: unknown[]) => unknown) | undefined {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-type-assertion
    return new Function(...names, body) as (...values: unknown[]) => unknown;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
