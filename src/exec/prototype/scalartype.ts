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

/** The words that are not part of a type's name. */
export type Qualifier = (typeof qualifiers)[number] | '__stdcall';
