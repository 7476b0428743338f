export { findGuarded } from './second-factor.store.ts';
export type { SecondFactors } from './second-factor.ts';
export type { FurtherFactor, SecondStep } from './second-step.ts';
