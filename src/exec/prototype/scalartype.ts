/**
 * The scalar types of C that a prototype may name, and the words around them. functiontype.ts reads this
 * table in the compiler, the other files of this folder read it at run time.
 */

/**
 * C's name → koffi's name, and the JavaScript type of a result. A type that has 64 bits on some platform is a
 * bigint on every platform, so that the type of a result depends neither on its value nor on the machine.
 */
// prettier-ignore
export const scalarTypes = {
  'void':                   ['void',               'undefined'],
  'bool':                   ['bool',               'boolean'],
  '_Bool':                  ['bool',               'boolean'],
  'char':                   ['char',               'number'],
  'signed char':            ['int8_t',             'number'],
  'unsigned char':          ['uint8_t',            'number'],
  'short':                  ['short',              'number'],
  'short int':              ['short',              'number'],
  'signed short':           ['short',              'number'],
  'unsigned short':         ['unsigned short',     'number'],
  'unsigned short int':     ['unsigned short',     'number'],
  'int':                    ['int',                'number'],
  'signed':                 ['int',                'number'],
  'signed int':             ['int',                'number'],
  'unsigned':               ['unsigned int',       'number'],
  'unsigned int':           ['unsigned int',       'number'],
  'long':                   ['long',               'bigint'],
  'long int':               ['long',               'bigint'],
  'signed long':            ['long',               'bigint'],
  'unsigned long':          ['unsigned long',      'bigint'],
  'unsigned long int':      ['unsigned long',      'bigint'],
  'long long':              ['long long',          'bigint'],
  'long long int':          ['long long',          'bigint'],
  'signed long long':       ['long long',          'bigint'],
  'unsigned long long':     ['unsigned long long', 'bigint'],
  'unsigned long long int': ['unsigned long long', 'bigint'],
  'int8_t':                 ['int8_t',             'number'],
  'uint8_t':                ['uint8_t',            'number'],
  'int16_t':                ['int16_t',            'number'],
  'uint16_t':               ['uint16_t',           'number'],
  'int32_t':                ['int32_t',            'number'],
  'uint32_t':               ['uint32_t',           'number'],
  'int64_t':                ['int64_t',            'bigint'],
  'uint64_t':               ['uint64_t',           'bigint'],
  'intptr_t':               ['intptr_t',           'bigint'],
  'uintptr_t':              ['uintptr_t',          'bigint'],
  'ptrdiff_t':              ['intptr_t',           'bigint'],
  'size_t':                 ['size_t',             'bigint'],
  'ssize_t':                ['intptr_t',           'bigint'],
  'char16_t':               ['char16_t',           'number'],
  'char32_t':               ['char32_t',           'number'],
  'wchar_t':                ['wchar_t',            'number'],
  'float':                  ['float',              'number'],
  'double':                 ['double',             'number'],
} as const;

export type ScalarName = keyof typeof scalarTypes;

export function isScalarName(words: string): words is ScalarName {
  return Object.hasOwn(scalarTypes, words);
}

/** Words that may stand in a declaration and change neither the size of a type nor how it is passed. */
export const qualifiers = ['const', 'volatile', 'restrict', 'struct', 'union', 'enum', '__cdecl'] as const;

/**
 * Words of C and of compilers that are neither a type of the table nor a qualifier, and cannot be a name:
 * `float _Complex` is not a `float` with a name.
 */
// prettier-ignore
export const reservedWords = [
  'auto', 'break', 'case', 'continue', 'default', 'do', 'else', 'extern', 'for', 'goto', 'if', 'inline', 'register',
  'return', 'sizeof', 'static', 'switch', 'typedef', 'while', 'alignas', 'alignof', 'constexpr', 'nullptr',
  'thread_local', 'typeof', 'typeof_unqual', 'complex', 'imaginary', '_Alignas', '_Alignof', '_Atomic', '_BitInt',
  '_Complex', '_Decimal32', '_Decimal64', '_Decimal128', '_Float16', '_Float32', '_Float32x', '_Float64', '_Float64x',
  '_Float128', '_Generic', '_Imaginary', '_Noreturn', '_Static_assert', '_Thread_local', '__attribute__', '__complex__',
  '__fastcall', '__float128', '__float80', '__inline', '__int128', '__thiscall', '__vectorcall', 'false', 'true',
] as const;

/** A word that cannot be the name of a parameter or function. */
export type ReservedWord = (typeof reservedWords)[number];

/** The words that are not part of a type's name. */
export type Qualifier = (typeof qualifiers)[number] | '__stdcall';
