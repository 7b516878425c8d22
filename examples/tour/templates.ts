// Templates: assembly in a plain TypeScript file, without a translation beforehand. Values in `${…}` are those of JavaScript.
//
//   dynasm run examples/tour/templates.ts
import { asm, dasm } from 'dynasm';
import { check } from '../common/check.ts';

// One template, two functions.
const code = asm.x64`
  .include <dynasm/abi>
  ->add:
    lea CRETd, [CARG1 + CARG2 + ${1000}]
    ret
  ->first:
    mov64 CRET, &${Int32Array.of(77, 88)}
    mov CRETd, [CRET]
    ret
`;
check('add(1, 2)', code.cast('int (int, int)', 'add')(1, 2), 1003);
check('first()', code.cast('int ()', 'first')(), 77);

/** x to the power n: templates are appended to a state, so that TypeScript decides what the code is. */
function power(n: number): (x: number) => number {
  const Dst = dasm.new(asm.actionList('x64'));
  Dst.asm`
    .include <dynasm/abi>
    mov CRETd, 1
  `;
  for (; n > 0; n >>= 1) {
    if (n & 1) Dst.asm`.include <dynasm/abi>; imul CRETd, CARG1d`;
    if (n > 1) Dst.asm`.include <dynasm/abi>; imul CARG1d, CARG1d`;
  }
  return Dst.asm`ret`.build().cast('int (int x)');
}
check('power(5)(3)', power(5)(3), 243);
check('power(10)(2)', power(10)(2), 1024);
