import { parse, stringify } from 'uuid';
import { type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import { createTokenSigner } from '../../../platform/tokens/index.ts';

/** What a link of a change is good for. */
export type ChangeLink = 'confirm' | 'undo';

/**
 * The links of a change of address. They are signed and stored nowhere, so that a mail that is sent again has the same one;
 * what has become of the change decides whether it still works.
 */
export interface ChangeTokens {
  write(changeId: string, link: ChangeLink): string;
  /** The id of the change; null: it is none of ours, or is good for something else. */
  read(token: string, link: ChangeLink): string | null;
}

const marks: Readonly<Record<ChangeLink, number>> = { confirm: 1, undo: 2 };
const idBytes = 16;

export function createChangeTokens(secret: InstanceSecret): ChangeTokens {
  const signer = createTokenSigner(keysFor(secret, 'email-change'), 512);
  return {
    write: (changeId, link) => signer.sign(Buffer.from([marks[link], ...parse(changeId)])),

    read(token, link) {
      const content = signer.verify(token);
      if (content?.length !== idBytes + 1 || content[0] !== marks[link]) return null;
      return stringify(content.subarray(1));
    },
  };
}
