/**
 * The names of predicates and selectors, which stand in mnemonics for `<fp8>` and the like, by their codes;
 * the code is the immediate that `pp` stands for (Intel's manual, volume 2, tables 3-1 and 3-9 of CMPPD, and
 * VPCMP, PCLMULQDQ; AMD's, volume 6, VPCOM).
 */
// prettier-ignore
const FP8 = ['eq', 'lt', 'le', 'unord', 'neq', 'nlt', 'nle', 'ord'];
// prettier-ignore
const FP32 = [
  ...FP8, 'eq_uq', 'nge', 'ngt', 'false', 'neq_oq', 'ge', 'gt', 'true',
  'eq_os', 'lt_oq', 'le_oq', 'unord_s', 'neq_us', 'nlt_uq', 'nle_uq', 'ord_s',
  'eq_us', 'nge_uq', 'ngt_uq', 'false_os', 'neq_os', 'ge_oq', 'gt_oq', 'true_us',
];
/** Of signed integers: vpcmpeq is an instruction of its own. */
const INTEGER = ['', 'lt', 'le', '', 'neq', 'nlt', 'nle'];

export const PREDICATES: Readonly<Record<string, readonly string[]>> = {
  '<fp8>': FP8,
  '<fp>': FP32,
  '<int>': INTEGER,
  '<uint>': INTEGER.with(0, 'eq'),
  '<com>': ['lt', 'le', 'gt', 'ge', 'eq', 'neq', 'false', 'true'],
  // Which halves of the two operands are multiplied.
  '<half>': [...Object.assign(Array<string>(18).fill(''), { 0: 'lqlq', 1: 'hqlq', 16: 'lqhq', 17: 'hqhq' })],
};
