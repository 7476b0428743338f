import type { ErrorCode } from '@rolecall/contract';
import { ZodError } from 'zod';
import { type FailureMeaning, meaningOf, placeOfFailure } from '../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../platform/errors/index.ts';
import type { Logger } from '../../platform/observability/index.ts';

/** Seconds after which it is worth to ask again. */
const retryAfter = 5;
/** The same while somebody has to make room on a disk. */
const retryAfterFull = 30;

/**
 * What a client is told of a failure, the same by HTTP, socket and stream. Whatever is not known is `internal_error`,
 * with the failure as its cause.
 */
export function toApplicationError(error: unknown): ApplicationError {
  if (isApplicationError(error)) return error;
  if (error instanceof ZodError) return invalidRequest(error);
  const meaning = meaningOf(error);
  return meaning === undefined
    ? new ApplicationError('internal_error', { cause: error })
    : databaseFailure(meaning, error);
}

function databaseFailure(meaning: FailureMeaning, cause: unknown): ApplicationError {
  switch (meaning) {
    case 'unavailable':
      return new ApplicationError('unavailable', { extensions: { retry_after: retryAfter }, cause });
    case 'storage_full':
      return new ApplicationError('storage_full', { extensions: { retry_after: retryAfterFull }, cause });
    case 'bad_value':
      return new ApplicationError('invalid_request', { detail: 'A value of it cannot be stored.', cause });
    case 'conflict':
      return new ApplicationError('conflict', { cause });
  }
}

function invalidRequest(error: ZodError): ApplicationError {
  const fields = error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const first = fields[0];
  const detail = first === undefined ? undefined : [first.path, first.message].filter(Boolean).join(': ');
  return new ApplicationError('invalid_request', { detail, fields, cause: error });
}

const serversOwn: ReadonlySet<ErrorCode> = new Set(['internal_error', 'unavailable', 'storage_full']);

/**
 * Logs what an operator should know of: what is the server's own, and what only the database refused, since the schemas
 * should have. Of the latter it says where, and never which values.
 */
export function logFailure(
  logger: Pick<Logger, 'error' | 'warn'>,
  original: unknown,
  answered: ApplicationError,
  message: string,
): void {
  if (serversOwn.has(answered.code)) {
    logger.error({ err: original }, message);
    return;
  }
  const meaning = meaningOf(original);
  if (meaning !== undefined)
    logger.warn({ meaning, ...placeOfFailure(original) }, 'the database refused a request');
}
