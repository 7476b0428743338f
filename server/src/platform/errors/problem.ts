import { type ErrorCode, errorCodes } from '@rolecall/contract';
import { ApplicationError, type FieldError } from './application-error.ts';

/** The body of an error answer after RFC 9457, sent as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  /** Names this occurrence. */
  readonly instance: string;
  readonly request_id: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

/**
 * What a client may know of a failure. An error from outside the table becomes `internal_error`, and
 * nothing of its message, which may hold secrets, leaves the server.
 */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof ApplicationError ? error : new ApplicationError('internal_error');
  const { title, status } = errorCodes[known.code];
  return {
    ...known.extensions,
    type: `urn:rolecall:error:${known.code}`,
    title,
    status,
    code: known.code,
    ...(known.detail === undefined ? {} : { detail: known.detail }),
    instance: `urn:rolecall:request:${requestId}`,
    request_id: requestId,
    ...(known.fields === undefined ? {} : { errors: known.fields }),
  };
}
