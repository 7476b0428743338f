export { payEvaluator } from './evaluation.ts';
export { findPay } from './reading.ts';
export { readStatedPay, type StatedPay } from './stated.ts';
export { payLawOf } from './transparency.ts';
