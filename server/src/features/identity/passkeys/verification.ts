import type { CreationToVerify, UseToVerify, VerifiedCreation, VerifiedUse } from './proofs.ts';

/** Checks what browsers give; undefined: it does not hold. */
export interface PasskeyVerification {
  creation(input: CreationToVerify): Promise<VerifiedCreation | undefined>;
  use(input: UseToVerify): Promise<VerifiedUse | undefined>;
}

/** The library behind it takes half a second of the processor to load: only where somebody has a passkey. */
const library = () => import('./proofs.ts');

export const verification: PasskeyVerification = {
  creation: async (input) => holds((await library()).verifyCreation(input)),
  use: async (input) => holds((await library()).verifyUse(input)),
};

async function holds<Result>(verified: Promise<Result>): Promise<Result | undefined> {
  return verified.catch(() => undefined);
}
