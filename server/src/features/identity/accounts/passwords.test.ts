import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

describe('passwords', () => {
  it('cost what is recommended, unless told otherwise', async () => {
    expect(await createPasswords().hash('a password')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await createPasswords({ memory: 16, passes: 1 }).hash('a password')).toMatch(
      /^\$argon2id\$v=19\$m=16,t=1,p=1\$/,
    );
  });

  it('are compared by the parameters of their hash, however their characters are written', async () => {
    const passwords = createPasswords();
    const hash = await createPasswords({ memory: 16, passes: 1 }).hash('caf\u00e9');
    expect(await passwords.verify('cafe\u0301', hash)).toBe(true);
    expect(await passwords.verify('cafe', hash)).toBe(false);
    expect(await passwords.verify('caf\u00e9', undefined)).toBe(false);
  });
});
