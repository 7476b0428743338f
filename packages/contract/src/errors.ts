import { coreErrors } from './core/errors.ts';
import * as crossKindFeatures from './cross-kind-features.ts';
import * as features from './features.ts';
import { collect } from './fold.ts';
import { realtimeErrors } from './realtime/errors.ts';

/**
 * Every error that Rolecall answers with, in one table. REST answers carry them as RFC 9457 problem details,
 * the socket carries the code in its `error` message. docs/errors.md is generated from it.
 */
export const errorCodes = collect(
  { core: { errors: coreErrors }, ...features, ...crossKindFeatures, realtime: { errors: realtimeErrors } },
  'errors',
);

export type { ErrorDescription, RetryAdvice } from './core/errors.ts';

export type ErrorCode = keyof typeof errorCodes;
