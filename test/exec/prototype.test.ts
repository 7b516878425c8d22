/** Prototypes: what is read of valid ones, and what the errors say of invalid ones. */
import { expect, test } from '@jest/globals';
import { signature, type Slot } from '../../src/exec/prototype/signature.ts';

const show = ({ text, name, isBigInt }: Slot): string =>
  `${text}${name && ` ${name}`}${isBigInt ? ' (bigint)' : ''}`;

/** A case: prototype, what is read of it. */
// prettier-ignore
const valid: [string, string][] = [
  ['int32_t (int32_t x, int32_t y)',      'int32_t <- int32_t x, int32_t y'],
  ['int(int)',                            'int <- int'],
  [' int\tadd ( int , unsigned char c );', 'int add <- int, unsigned char c'],
  ['int (*)(int)',                        'int <- int'],
  ['int (*f)(int)',                       'int f <- int'],
  ['int __stdcall f(int)',                'int f <- int'],
  ['int (__stdcall *f)(int)',             'int f <- int'],
  ['void ()',                             'void <- '],
  ['void (void)',                         'void <- '],
  ['unsigned long long (long n)',         'unsigned long long (bigint) <- long n (bigint)'],
  ['size_t f(ptrdiff_t)',                 'size_t (bigint) f <- ptrdiff_t (bigint)'],
  ['const char *f(const char*s)',         'char * f <- char * s'],
  ['void *(int *p, char **q)',            'void * <- int * p, char ** q'],
  ['int (const volatile int *restrict p)', 'int <- int * p'],
  ['bool (float, double d)',              'bool <- float, double d'],
  ['int (int constructor)',               'int <- int constructor'],
  ['int (int (*cb)(int64_t), int)',       'int <- function pointer cb, int'],
  ['int64 (int8)',                        'int64 (bigint) <- int8'],
];

test('valid prototypes are read', () => {
  const read = valid.map(([text]) => {
    const { prototype, result, parameters } = signature(text);
    return [
      text,
      `${show(result)}${prototype.name && ` ${prototype.name}`} <- ${parameters.map(show).join(', ')}`,
    ];
  });
  expect(read).toEqual(valid);
});

/** A case: prototype, beginning of the message. */
// prettier-ignore
const invalid: [string, string][] = [
  ['',                     'expected a type, found the end; a prototype is'],
  ['int',                  'expected `(` before the parameters, found the end; a prototype is'],
  ['int (int',             'expected `)` after the parameters, found the end'],
  ['(int)',                'expected a type, found `(`'],
  ['int (int,)',           'expected a type, found `)`'],
  ['int (int) x',          'unexpected `x` behind the parameters'],
  ['int (*)',              'expected `(` before the parameters, found the end'],
  ['int (int *p q)',       'unexpected `q` behind `p`'],
  ['int (int *p *)',       'unexpected `*` behind `p`'],
  ['int (int x[4])',       'arrays are passed as pointers: write `*` instead of `[]`'],
  ['int (...)',            '`...` stands behind other parameters, at the end'],
  ['int (void, int)',      'a parameter cannot be `void`'],
  ['int (nope)',           'unknown type `nope`; known are void, bool'],
  ['int (struct nope *)',  'unknown type `nope`; write `void *`, or define it with dasm.koffi()'],
  ['long double (int)',    'unknown type `long double`'],
  ['int int (int)',        'unknown type `int int`'],
];

test('invalid prototypes are rejected with the reason', () => {
  const failures = invalid.filter(([text, message]) => {
    try {
      signature(text);
      return true;
    } catch (error) {
      return !String(error).startsWith(`PrototypeError: bad prototype "${text}": ${message}`);
    }
  });
  expect(failures).toEqual([]);
});

test('the same text gives the same signature', () => {
  expect(signature('int (int)')).toBe(signature('int (int)'));
});
