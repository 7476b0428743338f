import { type ErrorCode, errorCodes } from '@rolecall/contract';

/** A fault of one field of a request. */
export interface FieldError {
  /** Where the field is, with dots: `profile.skills.3`. */
  readonly path: string;
  readonly message: string;
}

interface ApplicationErrorOptions {
  /** A sentence for people about this very occurrence. It is sent to clients: no secrets. */
  readonly detail?: string | undefined;
  readonly fields?: readonly FieldError[] | undefined;
  /** Further members of the problem object, such as `retry_after` in seconds. They are sent to clients. */
  readonly extensions?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
  /** What led here; it is logged, never sent. */
  readonly cause?: unknown;
}

/** A failure that has a place in the table of error codes. Everything else that is thrown is a defect. */
export class ApplicationError extends Error {
  override readonly name = 'ApplicationError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[] | undefined;
  readonly extensions: Readonly<Record<string, string | number | boolean | readonly string[]>>;

  constructor(code: ErrorCode, options: ApplicationErrorOptions = {}) {
    super(options.detail ?? errorCodes[code].title, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.fields = options.fields;
    this.extensions = options.extensions ?? {};
  }
}

/** Whether this is an application error, and when a code is given, the one with that code. */
export function isApplicationError(error: unknown, code?: ErrorCode): error is ApplicationError {
  return error instanceof ApplicationError && (code === undefined || error.code === code);
}
