/** Memory of the C library's: it stays where it is, and it stays where a worker is terminated. */
import { koffi } from '../koffi.ts';
import { libraries } from '../library.ts';

export interface NativeMemory {
  readonly address: bigint;
  readonly buffer: ArrayBuffer;
  free(): void;
}

type Functions = Readonly<{ malloc: (size: number) => bigint | null; free: (address: bigint) => void }>;
let functions: Functions | undefined;

/** @throws {Error} if there is no memory */
export function nativeMemory(size: number): NativeMemory {
  functions ??= find();
  const { malloc, free } = functions;
  const address = malloc(size);
  if (address === null) throw new Error(`malloc of ${size} bytes failed`);
  return {
    address,
    buffer: koffi().view(address, size),
    free: () => {
      free(address);
    },
  };
}

function find(): Functions {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  return { malloc: library.func('void *malloc(size_t)'), free: library.func('void free(void *)') };
}
