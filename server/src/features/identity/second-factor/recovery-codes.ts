import { createHash, randomBytes } from 'node:crypto';

const recoveryCodeCount = 10;

/** Without what is easily taken for something else: I, L, O and U (Crockford's Base32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 4;

/** Each has 80 random bits, as four groups of four. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const digits = Array.from(randomBytes(groups * groupLength), (byte) => alphabet.charAt(byte % 32));
    return Array.from({ length: groups }, (_, group) =>
      digits.slice(group * groupLength, (group + 1) * groupLength).join(''),
    ).join('-');
  });
}

/** A code of so many bits cannot be guessed from its hash, so a plain one hides it. It holds for its person alone. */
export function hashRecoveryCode(userId: string, typed: string): Uint8Array {
  return createHash('sha256')
    .update(`${userId} ${normalized(typed)}`)
    .digest();
}

/** As it was made, however it was typed: the case, the dashes and the letters that look like digits do not matter. */
function normalized(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
