import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Category, categorySchema } from '@rolecall/contract';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';

/** Whose mails of which category a link stops. */
export interface UnsubscribeTarget {
  readonly userId: string;
  readonly category: Category;
}

/** Makes and reads the tokens of unsubscribe links. They never expire: a link in an old mail still has to work. */
export interface UnsubscribeTokens {
  sign(target: UnsubscribeTarget): string;
  /** Null: not signed by this instance. */
  verify(token: string): UnsubscribeTarget | null;
}

const version = 1;
const userIdBytes = 16;
const signatureBytes = 16;
const longestToken = 200;

/** @param secret of the instance; the key of the tokens is derived from it and good for nothing else */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = createHmac('sha256', secret).update('rolecall unsubscribe link').digest();
  const signatureOf = (content: Uint8Array) =>
    createHmac('sha256', key).update(content).digest().subarray(0, signatureBytes);

  return {
    sign({ userId, category }) {
      const content = Buffer.concat([Buffer.from([version]), parseUuid(userId), Buffer.from(category)]);
      return Buffer.concat([signatureOf(content), content]).toString('base64url');
    },

    verify(token) {
      if (token.length > longestToken || !/^[\w-]+$/.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const signature = bytes.subarray(0, signatureBytes);
      const content = bytes.subarray(signatureBytes);
      if (content.length <= 1 + userIdBytes || content[0] !== version) return null;
      if (!timingSafeEqual(signature, signatureOf(content))) return null;
      const category = categorySchema.safeParse(content.subarray(1 + userIdBytes).toString());
      if (!category.success) return null;
      return { userId: stringifyUuid(content.subarray(1, 1 + userIdBytes)), category: category.data };
    },
  };
}
