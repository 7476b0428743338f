export {
  type Attempts,
  type AttemptsDependencies,
  createAttempts,
  type Guess,
  type Try,
} from './attempts.ts';
export { attemptSettings } from './settings.ts';
export { sweepAttempts } from './sweep.ts';
