import type { BounceClass } from '@rolecall/contract';
import type { MailReport } from '../../../mail/events/index.ts';
import type { Attempt, SendOutcome } from '../channel.ts';
import type { EmailContact } from './email-channel.ts';

/** What only mail knows of an attempt. */
export interface EmailReceipt {
  /** The provider that answered. */
  readonly provider: string;
  /** Enhanced status code (RFC 3463) of the answer, where it has one. */
  readonly status: string | null;
  /** Of the published template that the mail was written by; null: the shipped one. */
  readonly templateVersion: number | null;
}

/** Whose fault a refusal is; `unavailable` and `throttled` are none, since the mail has not been tried. */
const bounces: Readonly<Partial<Record<SendOutcome['result'], BounceClass>>> = {
  retry: 'soft',
  contact_gone: 'hard',
  message_rejected: 'content',
  sender_blocked: 'blocked',
};

/** Attempts to send mails, as the book of what has become of them takes them. */
export function reportAttempts(attempts: readonly Attempt<EmailContact, EmailReceipt>[]): MailReport[] {
  return attempts.flatMap(toReport);
}

function toReport({ delivery, outcome, willRetry, at }: Attempt<EmailContact, EmailReceipt>): MailReport[] {
  const { receipt } = outcome;
  if (receipt === undefined) return [];
  const { deliveryId, kind, recipient, contacts } = delivery;
  const { provider, status, templateVersion } = receipt;
  const known = {
    deliveryId,
    address: contacts[0]?.id ?? recipient.email,
    provider,
    providerEventId: null,
    at,
  };
  const mail = { userId: recipient.user_id, kind, locale: recipient.locale };
  if (outcome.result === 'sent') return [{ ...known, type: 'sent', sent: { ...mail, templateVersion } }];
  const bounce = bounces[outcome.result];
  if (bounce === undefined) return [];
  return [
    {
      ...known,
      type: willRetry ? 'deferred' : 'bounced',
      status,
      bounce,
      detail: outcome.detail,
      sent: { ...mail, templateVersion: null },
    },
  ];
}
