import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { createMarkTokens } from './mark-links.ts';
import { createUnsubscribeTokens } from './unsubscribe.ts';

const secret = 'a secret of at least thirty-two characters';
const target = { userId: uuidv7(), jobId: uuidv7(), mark: 'saved' } as const;

it('a token says who marks which job how, and is good for nothing when anything of it is changed', () => {
  const tokens = createMarkTokens(secret);
  const token = tokens.sign(target);
  expect(tokens.verify(token)).toEqual(target);
  const others = [...token].map(
    (letter, place) => `${token.slice(0, place)}${letter === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`,
  );
  // The last letter of base64url has bits that stand for nothing.
  for (const changed of others.slice(0, -1)) expect(tokens.verify(changed)).toBeNull();
  for (const nothing of ['', 'x', `${token}${token}`]) expect(tokens.verify(nothing)).toBeNull();
});

it('a token of another instance, or of another kind of link, is none', () => {
  const tokens = createMarkTokens(secret);
  expect(tokens.verify(createMarkTokens('another secret of thirty-two characters').sign(target))).toBeNull();
  const unsubscribe = createUnsubscribeTokens(secret).sign({
    userId: target.userId,
    category: 'jobs',
    deliveryId: uuidv7(),
  });
  expect(tokens.verify(unsubscribe)).toBeNull();
});
