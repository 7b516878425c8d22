/** Function types of prototypes. Each line is checked by the compiler: `tsc --noEmit` is the test. */
import { expect, test } from '@jest/globals';
import type { CallbackOf, FunctionOf, Pointer, Callable } from '../../src/exec/prototype/functiontype.ts';

type Equal<A, B> = [A, B] extends [B, A] ? true : false;
function same<A, B>(equal: Equal<A, B>): void {
  expect(equal).toBe(true);
}
type NumberOrBigInt = number | bigint;
type Text = string | Pointer;

test('prototypes give function types', () => {
  same<FunctionOf<'int32_t (int32_t x, int32_t y)'>, (a: number, b: number) => number>(true);
  same<FunctionOf<'int(int)'>, (a: number) => number>(true);
  same<FunctionOf<' int  add ( int , unsigned char c ) '>, (a: number, b: number) => number>(true);
  same<FunctionOf<'int (*)(int)'>, (a: number) => number>(true);
  same<FunctionOf<'int (__stdcall *f)(int)'>, (a: number) => number>(true);
  same<FunctionOf<'void ()'>, () => void>(true);
  same<FunctionOf<'void (void)'>, () => void>(true);
  same<FunctionOf<'int64_t (int64_t, uint64_t)'>, (a: NumberOrBigInt, b: NumberOrBigInt) => bigint>(true);
  same<FunctionOf<'unsigned long long (unsigned long long n)'>, (a: NumberOrBigInt) => bigint>(true);
  same<FunctionOf<'long (long n)'>, (a: NumberOrBigInt) => bigint>(true);
  same<FunctionOf<'size_t (intptr_t, ptrdiff_t d)'>, (a: NumberOrBigInt, b: NumberOrBigInt) => bigint>(true);
  same<FunctionOf<'unsigned (unsigned int, unsigned x)'>, (a: number, b: number) => number>(true);
  same<FunctionOf<'double (float, double d)'>, (a: number, b: number) => number>(true);
  same<FunctionOf<'bool (bool b)'>, (a: boolean) => boolean>(true);
  same<
    FunctionOf<'void *(void *, const int *p, char **q)'>,
    (a: Pointer | Callable | ((...args: never[]) => unknown), b: Pointer, c: Pointer) => bigint | null
  >(true);
  same<FunctionOf<'const char *(const char *s, char*t)'>, (a: Text, b: Text) => string | null>(true);
  same<FunctionOf<'long double (x)'>, (a: unknown) => unknown>(true);
  same<FunctionOf<'int (struct point p, point *q)'>, (a: unknown, b: unknown) => number>(true);
  same<FunctionOf<string>, (...args: unknown[]) => unknown>(true);
  same<FunctionOf<'int'>, (...args: unknown[]) => unknown>(true);
  same<
    FunctionOf<'int (int (*cb)(int64_t, int), int n)'>,
    (f: Callable | bigint | null | ((a: bigint, b: number) => number), n: number) => number
  >(true);
  same<CallbackOf<'int64_t (int64_t x, void *p)'>, (a: bigint, b: bigint | null) => NumberOrBigInt>(true);
  same<CallbackOf<'void (const char *s, bool b)'>, (s: string | null, b: boolean) => void>(true);
  // @ts-expect-error a negative control: number is not bigint
  same<FunctionOf<'int64_t (int)'>, (a: number) => number>(true);
});
