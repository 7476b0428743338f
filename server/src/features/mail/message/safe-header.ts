/**
 * Refuses a value that could begin another header.
 * @throws {UnsafeHeaderError}
 */
export function safeHeader(name: string, value: string): string {
  if (/[\r\n\0]/.test(value)) throw new UnsafeHeaderError(name);
  return value;
}

/** A line break or NUL in a header. */
export class UnsafeHeaderError extends Error {
  override readonly name = 'UnsafeHeaderError';

  constructor(header: string) {
    super(`The header ${header} must not contain a line break or NUL`);
  }
}
