/**
 * What it costs to make code callable, and to give it back: ours, which shares pages, beside what a program does with koffi alone, a page
 * for each function.
 *
 *     node --import tsx bench/build.ts
 *
 * Prints a Markdown table. (Linux and macOS; elsewhere the peer is left out.)
 */
import koffi from 'koffi';
import { type ActionList, type Code, dasm, loadString } from 'dynasm';
import { type Candidate, measure, nanoseconds, row, table } from './measurement.ts';

type Call = (a: number, b: number) => number;

/** So many functions are made in a run, and then all are given back. */
const COUNT = 1000;
/** The peer is slower. */
const PEER_COUNT = 100;

const { actions, add } = (await loadString(`
|.arch x64
|.actionlist actions
|.include <dynasm/abi>
export { actions };
export function add(Dst, n) {
  | lea eax, [CARG1+CARG2+n]
  | ret
}
`)) as unknown as { actions: ActionList; add: (Dst: ReturnType<typeof dasm.new>, n: number) => void };

const Dst = dasm.new(actions);

function put(n: number): void {
  Dst.setup();
  add(Dst, n);
}

/** Calls each function: it must be what it was made to be. */
function check(functions: readonly Call[]): void {
  if (functions.some((f, i) => f(2, 3) !== 5 + i)) throw new Error('a wrong function');
}

/** A step's nanoseconds for each of `COUNT` functions; `prepare` and `finish` are not measured. */
function step<T>(
  name: string,
  prepare: () => T,
  work: (prepared: T) => void,
  finish: (prepared: T) => void,
): Candidate {
  const run = (): number => {
    const prepared = prepare();
    const time = nanoseconds(() => {
      work(prepared);
    });
    finish(prepared);
    return time / COUNT;
  };
  return { name, run };
}

const PROTOTYPE = 'int (int a, int b)';

function built(): Code[] {
  return Array.from({ length: COUNT }, (_, i) => {
    put(i);
    return Dst.build();
  });
}

function freeAll(codes: readonly Code[]): void {
  for (const code of codes) code.free();
}

interface Made {
  readonly codes: Code[];
  readonly functions: Call[];
}

const nothing = (): Made => ({ codes: [], functions: [] });

/** mmap, mprotect and munmap as a program calls them with koffi. */
function peer(): Candidate[] {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return [];
  const library = koffi.load(process.platform === 'linux' ? 'libc.so.6' : 'libSystem.B.dylib');
  const mmap: (...args: unknown[]) => bigint = library.func(
    'void *mmap(void *, size_t, int, int, int, long)',
  );
  const mprotect: (...args: unknown[]) => number = library.func('int mprotect(void *, size_t, int)');
  const munmap: (...args: unknown[]) => number = library.func('int munmap(void *, size_t)');
  const anonymous = process.platform === 'linux' ? 0x22 : 0x1002;
  const prototype = koffi.proto('int (int, int)');
  const run = (): number => {
    const addresses: bigint[] = [];
    const functions: Call[] = [];
    const time = nanoseconds(() => {
      for (let i = 0; i < PEER_COUNT; i++) {
        put(i);
        const code = new Uint8Array(Dst.link());
        const at = mmap(null, 4096, 3, anonymous, -1, 0);
        Dst.encode(code, at);
        new Uint8Array(koffi.view(at, 4096)).set(code);
        if (mprotect(at, 4096, 5) !== 0) throw new Error('mprotect failed');
        addresses.push(at);
        functions.push(koffi.decode(at, prototype) as Call);
      }
    });
    check(functions);
    for (const at of addresses) munmap(at, 4096);
    return time / PEER_COUNT;
  };
  return [{ name: 'koffi alone: put … callable', run }];
}

const candidates: readonly Candidate[] = [
  ...peer(),
  step(
    'put … callable',
    nothing,
    ({ codes, functions }) => {
      for (let i = 0; i < COUNT; i++) {
        put(i);
        const code = Dst.build();
        codes.push(code);
        functions.push(code.cast(PROTOTYPE));
      }
    },
    ({ codes, functions }) => {
      check(functions);
      freeAll(codes);
    },
  ),
  step(
    '`setup`, `put`, `build`',
    nothing,
    ({ codes }) => {
      for (let i = 0; i < COUNT; i++) {
        put(i);
        codes.push(Dst.build());
      }
    },
    ({ codes }) => {
      freeAll(codes);
    },
  ),
  step(
    '`cast`',
    (): Made => ({ codes: built(), functions: [] }),
    ({ codes, functions }) => {
      for (const code of codes) functions.push(code.cast(PROTOTYPE));
    },
    ({ codes, functions }) => {
      check(functions);
      freeAll(codes);
    },
  ),
  step('`free`', built, freeAll, () => undefined),
];
const figures = await measure(candidates, 60, 20);
console.log(
  table(
    ['', 'ns a function', '10 % … 90 %', 'ratio'],
    figures.map(each => row(each, 0)),
  ),
);
