import { notificationSettingsSchema, priorityOf } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { EmailContact } from '../../features/messaging/channels/email/index.ts';
import type { OutgoingDelivery } from '../../features/messaging/channels/index.ts';
import type { Recipient } from '../../features/messaging/recipients/index.ts';
import { urgencyOf } from '../../features/messaging/routing/index.ts';

type Given = Pick<OutgoingDelivery, 'kind' | 'payload'> &
  Partial<Omit<OutgoingDelivery<EmailContact>, 'recipient'>> & { readonly recipient?: Partial<Recipient> };

const settings = notificationSettingsSchema.parse({});

/** A mail on its way, so that tests name only what they are about. */
export function mailDelivery({ recipient: person, ...given }: Given): OutgoingDelivery<EmailContact> {
  const recipient: Recipient = {
    user_id: '01990000-0000-7000-8000-000000000001',
    email: 'ada@example.org',
    email_verified: true,
    name: 'Ada Lovelace',
    role: 'job_seeker',
    time_zone: 'UTC',
    locale: 'en',
    minimum_match_score: 50,
    is_disabled: false,
    ...person,
  };
  return {
    deliveryId: uuidv7(),
    notificationId: uuidv7(),
    createdAt: new Date('2026-09-01T12:00:00Z'),
    expiresAt: null,
    recipient,
    contacts: [{ id: recipient.email, state: 'works' }],
    settings,
    ...urgencyOf(given.kind, priorityOf(given.kind, given.payload)),
    ...given,
  };
}

/** The Message-ID under which a delivery is mailed from `rolecall.example`. */
export const messageIdOf = ({ deliveryId }: Pick<OutgoingDelivery, 'deliveryId'>) =>
  `<${deliveryId}@rolecall.example>`;
