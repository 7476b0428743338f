import type { BroadcastPreview, BroadcastPreviewRequest } from '@rolecall/contract';
import { kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Recipient, Recipients } from '../recipients/index.ts';
import type { Texts } from '../texts/index.ts';
import { messageIn, type ToldMessage, textLocale } from './message.ts';

/** Writes a mail as it would be sent; the e-mail channel provides it. */
export interface MailPreviews {
  compose(message: ToldMessage, recipient: Recipient): BroadcastPreview['mail'];
}

/** Shows what readers see, to whoever writes it. */
export interface Previews {
  /** @param readerId whose name and address stand for those of the readers */
  preview(tx: Tx, readerId: string, request: BroadcastPreviewRequest): Promise<BroadcastPreview>;
}

export function createPreviews(dependencies: {
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly mails: MailPreviews;
}): Previews {
  const { recipients, texts, mails } = dependencies;
  return {
    async preview(tx, readerId, { locale, starts_at, ends_at, ...written }) {
      const [reader] = await recipients.findRecipients(tx, [readerId]);
      if (reader === undefined) throw new ApplicationError('unauthenticated');
      const toDate = (instant: string | null) => (instant === null ? null : new Date(instant));
      const message = messageIn(
        { ...written, starts_at: toDate(starts_at), ends_at: toDate(ends_at) },
        locale,
        null,
      );
      const { kind, payload } = message;
      const inLocale = { ...reader, locale };
      return {
        locale: textLocale(written.content, locale),
        inbox: {
          ...texts.inbox(kind, payload, inLocale),
          actions: texts.actions(kind, payload, inLocale),
          image: `/notification-images/${kinds[kind].image}.svg`,
        },
        mail: mails.compose(message, inLocale),
      };
    },
  };
}
