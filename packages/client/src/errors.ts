import type { ErrorCode } from '@rolecall/contract';

/** Failures that no answer of the server tells of. */
export type ClientErrorCode =
  /** The server could not be reached, or the line broke. */
  | 'network_error'
  /** No answer came in time. */
  | 'timeout'
  /** The answer is not what the contract says; client and server may be of different versions. */
  | 'invalid_response';

export interface FieldFault {
  /** Where the field is, with dots: `profile.skills.3`. */
  readonly path: string;
  readonly message: string;
}

interface RolecallErrorOptions {
  readonly status?: number | undefined;
  readonly fields?: readonly FieldFault[] | undefined;
  readonly retryAfter?: number | undefined;
  readonly requestId?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/** A call that did not succeed. An abort by the caller is not one: then the signal's reason is thrown. */
export class RolecallError extends Error {
  override readonly name = 'RolecallError';
  readonly code: ErrorCode | ClientErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Faults of single fields, for `invalid_request`. */
  readonly fields: readonly FieldFault[];
  /** Seconds after which a repetition may succeed, where the server has told. */
  readonly retryAfter: number | undefined;
  /** What to name to an operator, who finds it in the server's log. */
  readonly requestId: string | undefined;
  /** The whole problem object, such as `application_id` of `already_applied`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode | ClientErrorCode, message: string, options: RolecallErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = options.status ?? 0;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter;
    this.requestId = options.requestId;
    this.details = options.details ?? {};
  }
}
