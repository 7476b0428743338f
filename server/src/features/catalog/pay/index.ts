export { payEvaluator } from './evaluation.ts';
export { findPay, type PayStatement, type ReadPay, readPay } from './reading.ts';
