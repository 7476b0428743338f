import { type Kind, kinds, notificationSettingsSchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { MailOutcome } from '../../../mail/message/index.ts';
import type { Recipient } from '../../recipients/index.ts';
import { urgencyOf } from '../../routing/index.ts';
import { createEmailSender, type EmailSenderOptions } from './email-sender.ts';

/** What is sent on trial. */
export interface TrialMessage {
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recipient: Recipient;
}

export interface TrialOutcome {
  readonly result: MailOutcome['result'];
  /** Null: it was sent. */
  readonly detail: string | null;
}

/** Sends single mails that no delivery is behind, such as samples: they are neither tracked nor written down. */
export interface TrialMailSender {
  readonly concurrency: number;
  send(message: TrialMessage): Promise<TrialOutcome>;
}

export function createTrialMailSender(
  options: Omit<EmailSenderOptions, 'instrument' | 'mailEvents'>,
): TrialMailSender {
  const sender = createEmailSender({ ...options, instrument: null, mailEvents: null });
  const settings = notificationSettingsSchema.parse({});
  return {
    concurrency: sender.concurrency,
    async send({ kind, payload, recipient }) {
      const id = uuidv7();
      const outcome = await sender.send({
        deliveryId: id,
        notificationId: id,
        kind,
        payload,
        createdAt: options.clock.now(),
        expiresAt: null,
        recipient,
        contacts: [{ id: recipient.email, state: 'works' }],
        settings,
        ...urgencyOf(kind, kinds[kind].priority),
      });
      if (outcome.result === 'sent') return { result: 'sent', detail: null };
      const { result, detail } = outcome;
      return { result: result === 'contact_gone' ? 'address_rejected' : result, detail };
    },
  };
}
