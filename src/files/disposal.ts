/**
 * What compiled code needs for `using` and `await using` where Node does not know them (before Node 24): the
 * text of a helper, on one line. oxc-transform calls it `usingCtx`, as Babel does: `u` takes a value of
 * `using`, `a` one of `await using`, `e` is the error that the block threw, `d` disposes in reverse order.
 */
export const USING = `const babelHelpers = { usingCtx() {
  const none = {}, resources = [];
  const use = (value, isAwaited) => {
    const isNothing = value === null || value === undefined;
    const dispose = isNothing ? () => {} : (isAwaited && value[Symbol.asyncDispose]) || value[Symbol.dispose];
    if (typeof dispose !== 'function') throw new TypeError('a value of \`using\` has no method to dispose of it');
    if (!isNothing || isAwaited) resources.push({ dispose: () => dispose.call(value), isAwaited });
    return value;
  };
  const fail = error => {
    if (context.e === none) return void (context.e = error);
    const both = typeof SuppressedError === 'function' ? new SuppressedError(error, context.e) : new Error();
    context.e = Object.assign(both, { name: 'SuppressedError', error, suppressed: context.e });
  };
  const context = {
    e: none,
    u: value => use(value, false),
    a: value => use(value, true),
    d() {
      for (let resource; (resource = resources.pop()); ) {
        try {
          const result = resource.dispose();
          if (resource.isAwaited) return Promise.resolve(result).catch(fail).then(() => context.d());
        } catch (error) {
          fail(error);
        }
      }
      if (context.e !== none) throw context.e;
    },
  };
  return context;
} };
`
  .replaceAll(/\n */g, ' ')
  .concat('\n');
