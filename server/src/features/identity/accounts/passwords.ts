import { hash, verify } from '@node-rs/argon2';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { ApplicationError } from '../../../platform/errors/index.ts';

/** What a hash costs, and thereby each guess: KiB of memory and passes over it. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
}

/** What the OWASP cheat sheet on password storage asks for, with one lane. */
const recommendedCost: PasswordCost = { memory: 19_456, passes: 2 };

const argon2id = 2;

/** Two hashes at a time leave the thread pool, of four by default, room for files and names. */
const concurrency = 2;
const queueLimit = 200;

/** Hashes passwords, a bounded number at a time; both throw `unavailable` when too many wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long without a hash to compare with, so that time does not tell whether there is an account. */
  verify(password: string, passwordHash: string | undefined): Promise<boolean>;
}

export function createPasswords({ memory, passes }: PasswordCost = recommendedCost): Passwords {
  const places = bulkhead(concurrency, queueLimit);
  const parameters = {
    algorithm: argon2id,
    memoryCost: memory,
    timeCost: passes,
    parallelism: 1,
    outputLen: 32,
  } as const;
  // Belongs to no password: comparing with it takes the usual time and fails.
  const decoy = `$argon2id$v=19$m=${memory},t=${passes},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

  const takePlace = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await places.execute(work);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new ApplicationError('unavailable', { cause: error });
      throw error;
    }
  };

  return {
    hash: (password) => takePlace(() => hash(normalizePassword(password), parameters)),
    verify: async (password, passwordHash) => {
      const equal = await takePlace(() => verify(passwordHash ?? decoy, normalizePassword(password)));
      return equal && passwordHash !== undefined;
    },
  };
}

/** Keyboards write the same character in several ways (NIST SP 800-63B, 5.1.1.2). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}
