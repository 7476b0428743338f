import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds for which a code is shown (RFC 6238 calls it the time step). */
const period = 30;
/** A code of the step before or after counts too: clocks differ, and people type slowly. In seconds. */
const tolerance = 30;

/** 160 random bits in Base32, as RFC 4226 recommends for SHA-1, which is what all apps know. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, issuer: string, label: string): string =>
  generateURI({ issuer, label, secret, period });

export interface TotpAttempt {
  readonly secret: string;
  /** Six digits. */
  readonly code: string;
  readonly now: Date;
  /** The step of the last code that was used; null: none was. */
  readonly lastStep: number | null;
}

/** The step that a code belongs to; undefined when it is wrong, or belongs to a step that has been used (RFC 6238, 5.2). */
export function stepOf({ secret, code, now, lastStep }: TotpAttempt): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  // Where the clock was set back all of it has been used; the library takes that for a mistake.
  if (lastStep !== null && lastStep > Math.floor((epoch + tolerance) / period)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    period,
    epoch,
    epochTolerance: tolerance,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep;
}
