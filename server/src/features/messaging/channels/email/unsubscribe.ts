import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { type Category, categorySchema } from '@rolecall/contract';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';

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
const signatureBytes = 16;
const longestToken = 200;

/** @param secret of the instance; the key of the tokens is derived from it and good for nothing else */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  // As a key object, because bytes would be made one for each link, which takes longer than signing.
  const key = createSecretKey(createHmac('sha256', secret).update('rolecall unsubscribe link').digest());
  const signatureOf = (content: Uint8Array) =>
    createHmac('sha256', key).update(content).digest().subarray(0, signatureBytes);

  return {
    sign({ userId, category, deliveryId }) {
      const content = Buffer.concat([
        Buffer.from([versions.withDelivery]),
        parseUuid(userId),
        parseUuid(deliveryId),
        Buffer.from(category),
      ]);
      return Buffer.concat([signatureOf(content), content]).toString('base64url');
    },

    verify(token) {
      if (token.length > longestToken || !/^[\w-]+$/.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const signature = bytes.subarray(0, signatureBytes);
      const content = bytes.subarray(signatureBytes);
      if (signature.length < signatureBytes || !timingSafeEqual(signature, signatureOf(content))) return null;
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
