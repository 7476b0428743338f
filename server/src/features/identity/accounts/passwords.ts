import { hash, type Options, verify } from '@node-rs/argon2';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { ApplicationError } from '../../../platform/errors/index.ts';

/** argon2id (2) with 19 MiB, two passes and one lane: what the OWASP cheat sheet on password storage asks for. */
const parameters = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
} as const satisfies Options;

/** Has the parameters of a real hash and belongs to no password: comparing with it takes the usual time and fails. */
const decoy = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Two hashes at a time leave the thread pool, of four by default, room for files and names. */
const concurrency = 2;
const queueLimit = 200;

/** Hashes passwords, a bounded number at a time; both throw `unavailable` when too many wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long without a hash to compare with, so that time does not tell whether there is an account. */
  verify(password: string, passwordHash: string | undefined): Promise<boolean>;
}

export function createPasswords(): Passwords {
  const places = bulkhead(concurrency, queueLimit);

  const takePlace = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await places.execute(work);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new ApplicationError('unavailable', { cause: error });
      throw error;
    }
  };

  return {
    hash: (password) => takePlace(() => hash(normalize(password), parameters)),
    verify: async (password, passwordHash) => {
      const equal = await takePlace(() => verify(passwordHash ?? decoy, normalize(password)));
      return equal && passwordHash !== undefined;
    },
  };
}

/** Keyboards write the same character in several ways (NIST SP 800-63B, 5.1.1.2). */
function normalize(password: string): string {
  return password.normalize('NFKC');
}
