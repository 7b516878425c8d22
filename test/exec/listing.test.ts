/** Listings: data is not decoded over labels, and addresses have their names. */
import { expect, test } from '@jest/globals';
import { dump } from '../../src/exec/listing.ts';

const at = (address: number, name: string): [bigint, string[]] => [BigInt(address), [name]];

test('decoding starts anew at a label, and shows the bytes in front of it as data', () => {
  const labels = new Map([at(1, '->code')]);
  expect(dump(Uint8Array.of(0x05, 0xc3, 0xc3), 0, { arch: 'x64', labels })).toBe(
    '0000  05                             .byte 5\n->code:\n0001  c3                             ret\n0002  c3                             ret\n',
  );
});

test('so it does where a procedure ends', () => {
  const listing = dump(Uint8Array.of(0xb8, 0xc3, 0xc3), 0x10, {
    arch: 'x86',
    ends: new Map([at(0x11, '->f')]),
  });
  expect(listing).toBe(
    '0010  b8                             .byte 0xb8\n; end of ->f\n0011  c3                             ret\n0012  c3                             ret\n',
  );
});

test('memory operands and branches show the names of labels and externs', () => {
  const bytes = Buffer.from('488d0519000000e8f4ffffff8b048500000000', 'hex');
  const options = {
    arch: 'x64',
    labels: new Map([at(0x20, '->data')]),
    externs: new Map([at(0, 'extern f')]),
  } as const;
  const notes = dump(bytes, 0, options).match(/; .*/g);
  expect(notes).toEqual(['; ->data', '; extern f']);
  const absolute = dump(Buffer.from('a120000000', 'hex'), 0x100, {
    arch: 'x86',
    labels: new Map([at(0x20, '->data')]),
  });
  expect(absolute).toContain('mov eax, [0x20]  ; ->data');
});

test('ARM64: words with the targets of branches, bytes that are no word, and words that are no instruction', () => {
  const words = Uint32Array.of(0x52800540, 0x94000002, 0x58000040, 0xd65f03c0, 0x00000000, 0xffffffff);
  const bytes = new Uint8Array([...new Uint8Array(words.buffer), 1, 2]);
  const options = {
    arch: 'arm64',
    labels: new Map([at(0x100c, '->f')]),
    externs: new Map([at(0x1010, 'extern g')]),
  } as const;
  expect(dump(bytes, 0x1000, options)).toBe(
    [
      '1000  40 05 80 52                    mov w0, #42',
      '1004  02 00 00 94                    bl 0x100c  ; ->f',
      '1008  40 00 00 58                    ldr x0, 0x1010  ; extern g',
      '->f:',
      '100c  c0 03 5f d6                    ret',
      '1010  00 00 00 00                    udf #0',
      '1014  ff ff ff ff                    (bad)',
      '1018  01 02                          (bad)',
      '',
    ].join('\n'),
  );
});
