import { createHmac } from 'node:crypto';
import { type Category, categorySchema } from '@rolecall/contract';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';
import { type InstanceSecret, keysFor } from '../../../../platform/secret/index.ts';
import { createTokenSigner } from '../../../../platform/tokens/index.ts';

/** Whose mails of which category a link stops. */
export interface UnsubscribeTarget {
  readonly userId: string;
  readonly category: Category;
  /** Of the mail that has the link; null: it is an old mail, whose links did not tell. */
  readonly deliveryId: string | null;
}

/** Makes and reads the tokens of unsubscribe links. They never expire: a link in an old mail still has to work. */
export interface UnsubscribeTokens {
  sign(target: UnsubscribeTarget & { readonly deliveryId: string }): string;
  /** Null: not signed by this instance. */
  verify(token: string): UnsubscribeTarget | null;
}

/** The first byte of a token tells what follows: a person and a category, or a person, a delivery and a category. */
const versions = { withoutDelivery: 1, withDelivery: 2 } as const;
const idBytes = 16;
const longestToken = 200;

/** @param secret of the instance; the key of the tokens is derived from it and good for nothing else */
export function createUnsubscribeTokens(secret: InstanceSecret): UnsubscribeTokens {
  // Not derived like other keys: links in old mails were signed with this one.
  const keys = keysFor(secret, 'rolecall unsubscribe link', (text, purpose) =>
    createHmac('sha256', text).update(purpose).digest(),
  );
  const signer = createTokenSigner(keys, longestToken);

  return {
    sign({ userId, category, deliveryId }) {
      const content = Buffer.concat([
        Buffer.from([versions.withDelivery]),
        parseUuid(userId),
        parseUuid(deliveryId),
        Buffer.from(category),
      ]);
      return signer.sign(content);
    },

    verify(token) {
      const content = signer.verify(token);
      if (content === null) return null;
      const hasDelivery = content[0] === versions.withDelivery;
      if (!hasDelivery && content[0] !== versions.withoutDelivery) return null;
      const ids = content.subarray(1, 1 + (hasDelivery ? 2 : 1) * idBytes);
      const category = categorySchema.safeParse(content.subarray(1 + ids.length).toString());
      if (!category.success) return null;
      return {
        userId: stringifyUuid(ids.subarray(0, idBytes)),
        deliveryId: hasDelivery ? stringifyUuid(ids.subarray(idBytes)) : null,
        category: category.data,
      };
    },
  };
}
