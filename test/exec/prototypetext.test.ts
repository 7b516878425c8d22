/**
 * Mistakes in prototypes, which the compiler finds as well as the function: `tsc --noEmit` is the half of the
 * test that `@ts-expect-error` stands for.
 */
import { expect, test } from '@jest/globals';
import { dasm, PrototypeError, type PrototypeText } from '../../src/exec/index.ts';
import { build, code, IDENTITY, listOf, statements } from './machinecode.ts';

const identity = code(IDENTITY);
const messages: string[] = [];

/** Takes a prototype with a mistake. */
function bad<P extends string>(prototype: PrototypeText<P>): void {
  let thrown: unknown;
  try {
    identity.cast<string>(prototype);
  } catch (error) {
    thrown = error;
  }
  if (!(thrown instanceof PrototypeError)) messages.push(prototype);
}

function good<P extends string>(prototype: PrototypeText<P>): void {
  identity.cast<string>(prototype);
}

test('prototypes that cannot be read are errors of the compiler', () => {
  // @ts-expect-error no parameters
  bad('int');
  // @ts-expect-error nothing at all
  bad('');
  // @ts-expect-error an open parenthesis
  bad('int (int');
  // @ts-expect-error parentheses that do not match
  bad('int (int) (int)');
  // @ts-expect-error the same inside
  bad('int (int))');
  // @ts-expect-error text behind the parameters
  bad('int (int) x');
  // @ts-expect-error no result type
  bad('(int)');
  // @ts-expect-error no type
  bad('int (int, )');
  // @ts-expect-error no type in front
  bad('int (, int)');
  // @ts-expect-error an array
  bad('int (int a[])');
  // @ts-expect-error a void parameter
  bad('int (void, int)');
  // @ts-expect-error a void parameter with a name
  bad('int (void x)');
  // @ts-expect-error not a type of C's
  bad('unsigned float (int)');
  // @ts-expect-error not a type that koffi has
  bad('int (long double)');
  // @ts-expect-error words that are not a type
  bad('int (int int)');
  // @ts-expect-error a reserved word as a name
  bad('int (float _Complex)');
  // @ts-expect-error the same behind a star
  bad('int (char *register)');
  // @ts-expect-error two names
  bad('int (char *a b)');
  // @ts-expect-error a star behind a name
  bad('int (char *a*)');
  // @ts-expect-error a star without a type
  bad('int (*)');
  // @ts-expect-error a stray character
  bad('int (int & x)');
  // @ts-expect-error a default value
  bad('int (int x = 5)');
  // @ts-expect-error only the ellipsis
  bad('int (...)');
  // @ts-expect-error the ellipsis in front
  bad('int (..., int)');
  // @ts-expect-error a mistake inside of a function pointer
  bad('int (int (*f)(int[]), int)');
  // @ts-expect-error a pointer to a variadic function
  bad('int (int (*f)(char *, ...))');
  expect(messages).toEqual([]);
});

test('prototypes that can be read are none', () => {
  good('int32_t (int32_t x, int32_t y)');
  good('int(int)');
  good('int (*)(int)');
  good('int (*name)(int)');
  good('int (__stdcall *f)(int)');
  good('void ()');
  good('void (void)');
  good(' unsigned long long\n\tname ( const char *s,\n volatile unsigned int * const p ) ; ');
  good('void *(void **)');
  good('int (int (*cb)(int64_t, int (*)(void)), int n)');
  good('int (int f(int), int)');
  good('int (const char *format, ...)');
  const computed: string = 'int (int)';
  good(computed);
  // The types of others: the compiler cannot know whether they are there.
  for (const prototype of ['int (nothing)', 'nothing *()'] as const) {
    expect(() => identity.cast(prototype)).toThrow('unknown type `nothing`');
  }
});

test('white space and a semicolon change nothing about the types', () => {
  const f = identity.cast('int64_t\n\tname(int64_t x);');
  const result: bigint = f(5n);
  expect(result).toBe(5n);
});

test('callbacks and functions of addresses are checked, too', () => {
  // @ts-expect-error no parameters
  expect(() => dasm.callback('int', () => 1)).toThrow(PrototypeError);
  // @ts-expect-error no parameters
  expect(() => dasm.cast(identity, 'int')).toThrow(PrototypeError);
  expect(() => dasm.callback('int (int, ...)', () => 1)).toThrow('a callback cannot be variadic');
});

test('a label that the list lacks is an error of the compiler', () => {
  const labelled = build(listOf(statements('ret'), ['main'], []));
  // @ts-expect-error the list has no such label
  expect(() => labelled.cast('int ()', 'mian')).toThrow(
    'there is no label ->mian in the action list; it has main',
  );
  // @ts-expect-error the list has no such label
  expect(labelled.globals.mian).toBeUndefined();
  // @ts-expect-error the list has no such label
  expect(() => dasm.new(listOf(statements('ret'), ['main'], []), { globals: { mian: 1 } })).toThrow(
    'no label ->mian',
  );
});
