// Compares the speed of machine code and of JavaScript that do the same.

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1] ?? Number.NaN;
}

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Runs both in turns, so that what else the machine does disturbs both alike, and prints the medians. */
export function compare(assembly: () => void, javascript: () => void, rounds = 51): void {
  const warmup = 20; // V8 optimises the JavaScript meanwhile
  const times: [number, number][] = [];
  for (let i = -warmup; i < rounds; i++) {
    const pair: [number, number] = [milliseconds(assembly), milliseconds(javascript)];
    if (i >= 0) times.push(pair);
  }
  const [ours, theirs] = [median(times.map(pair => pair[0])), median(times.map(pair => pair[1]))];
  const ratio = median(times.map(([assembly, javascript]) => javascript / assembly));
  console.log(
    `assembly ${ours.toFixed(3)} ms, JavaScript ${theirs.toFixed(3)} ms: ${ratio.toFixed(1)} times as fast`,
  );
}
