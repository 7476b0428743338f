import { ApplicationError } from '../errors/index.ts';
import { measureJson } from '../nesting/index.ts';

/** How far the clock of a sender may be ahead of ours, in seconds. */
const clockSkew = 300;

/** @throws {ApplicationError} `webhook_signature_invalid` */
export function refuseSignature(): never {
  throw new ApplicationError('webhook_signature_invalid');
}

/**
 * Refuses what was signed too long ago, or in the future.
 *
 * @param seconds since 1970, as text
 * @param tolerance in seconds
 * @throws {ApplicationError} `webhook_signature_invalid` when it is no time, `webhook_too_old`
 */
export function refuseOld(seconds: string, now: Date, tolerance: number): void {
  if (!/^\d{1,12}$/.test(seconds)) refuseSignature();
  const age = now.getTime() / 1_000 - Number(seconds);
  if (age > tolerance || age < -clockSkew) throw new ApplicationError('webhook_too_old');
}

/** Objects and lists in each other; events have about five. */
const deepestBody = 64;
/** Names in one object; a report on mails has some dozens. */
const mostNames = 2_000;

/** @throws {ApplicationError} `invalid_json`, also where it is nested too deep, or an object has too many names */
export function parseJson(body: Buffer | string): unknown {
  const text = body.toString();
  const { depth, names } = measureJson(text);
  if (depth > deepestBody || names > mostNames) throw new ApplicationError('invalid_json');
  try {
    return JSON.parse(text);
  } catch {
    throw new ApplicationError('invalid_json');
  }
}
