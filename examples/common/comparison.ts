// Compares the speed of machine code and of JavaScript that do the same.

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/**
 * Runs both in turns, and prints the shortest time of each, since whatever else the machine does only adds. V8 optimises the
 * JavaScript in the first rounds.
 */
export function compare(assembly: () => void, javascript: () => void): void {
  let [ours, theirs] = [Infinity, Infinity];
  for (let round = 0; round < 80; round++) {
    ours = Math.min(ours, milliseconds(assembly));
    theirs = Math.min(theirs, milliseconds(javascript));
  }
  const ratio = (theirs / ours).toFixed(1);
  console.log(`assembly ${ours.toFixed(3)} ms, JavaScript ${theirs.toFixed(3)} ms: ${ratio} times as fast`);
}
