import type { BounceClass } from '@rolecall/contract';
import type { MailEvents, MailReport } from '../../../mail/events/index.ts';
import type { Attempt, AttemptJournal, SendOutcome } from '../../deliveries/index.ts';

/** Whose fault a refusal is; `unavailable` is none, since the mail has not been tried. */
const bounces: Readonly<Partial<Record<SendOutcome['result'], BounceClass>>> = {
  retry: 'soft',
  address_rejected: 'hard',
  message_rejected: 'content',
  sender_blocked: 'blocked',
};

/** Writes attempts to send mails into the book of what has become of them. */
export function createAttemptJournal(mailEvents: MailEvents): AttemptJournal {
  return async (tx, attempts) => {
    await mailEvents.record(tx, attempts.flatMap(toReport));
  };
}

function toReport(attempt: Attempt): MailReport[] {
  const { deliveryId, kind, recipient, outcome, willRetry, at } = attempt;
  const known = { deliveryId, address: recipient.email, providerEventId: null, at };
  const mail = { userId: recipient.user_id, kind, locale: recipient.locale };
  if (outcome.result === 'sent') {
    const { receipt } = outcome;
    if (receipt === undefined) return [];
    const sent = { ...mail, templateVersion: receipt.templateVersion };
    return [{ ...known, type: 'sent', provider: receipt.provider, sent }];
  }
  const bounce = bounces[outcome.result];
  // What was refused before anybody was asked is our own doing, and no news of the address.
  if (bounce === undefined || outcome.provider === undefined) return [];
  return [
    {
      ...known,
      type: willRetry ? 'deferred' : 'bounced',
      provider: outcome.provider,
      status: outcome.status ?? null,
      bounce,
      detail: outcome.detail,
      sent: { ...mail, templateVersion: null },
    },
  ];
}
