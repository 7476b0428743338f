import { kindTexts } from '../../server/src/composition/kinds.ts';
import type { MailSender } from '../../server/src/features/mail/dispatch/index.ts';
import {
  createEmailSender,
  createMarkTokens,
  createUnsubscribeTokens,
  type EmailContact,
  type EmailSender,
} from '../../server/src/features/messaging/channels/email/index.ts';
import type { OutgoingDelivery } from '../../server/src/features/messaging/channels/index.ts';
import { createTexts } from '../../server/src/features/messaging/texts/index.ts';
import { mailDelivery } from '../../server/src/testing/messaging/mail-delivery.ts';

const skills = [
  'radar',
  'seamanship',
  'german',
  'vhf radio',
  'pilotage',
  'tide tables',
  'bridge watch',
  'first aid',
];

/** What a person is told of a job that fits: another one for each. */
export function alertOf(number: number) {
  return {
    job_id: '01990000-0000-7000-8000-000000000001',
    job_title: `Harbour Pilot, berth ${number}`,
    company_name: `North Quay & Sons no. ${number % 97}`,
    location: 'Hamburg – Altona',
    score: 60 + (number % 40),
    reasons: [
      { code: 'title' as const, terms: ['harbour', 'pilot'], points: 30 },
      { code: 'skills' as const, terms: skills.map((skill) => `${skill} ${number % 13}`), points: 40 },
      { code: 'place' as const, terms: ['Hamburg'], points: 10 },
      { code: 'seniority' as const, terms: ['senior'], points: 5 },
      { code: 'employment_type' as const, terms: ['full_time'], points: 5 },
      { code: 'pay' as const, terms: [], points: 5 },
    ],
  };
}

export function deliveryOf(number: number): OutgoingDelivery<EmailContact> {
  const deliveryId = `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return mailDelivery({
    deliveryId,
    kind: 'job_alert',
    payload: alertOf(number),
    createdAt: new Date(),
    recipient: {
      user_id: deliveryId,
      email: `person-${number}@example.org`,
      email_verified: true,
      name: `Person Nº ${number}`,
      role: 'job_seeker',
      time_zone: 'Europe/Berlin',
      locale: 'en',
      minimum_match_score: 0,
    },
  });
}

/** The sender of the channel as the program has it, with whatever sends its mails. */
export function channelWith({ concurrency, send }: Pick<MailSender, 'send' | 'concurrency'>): EmailSender {
  return createEmailSender({
    clock: { now: () => new Date() },
    mailSender: { concurrency, send, isThrottled: () => false },
    from: 'Rolecall <jobs@rolecall.example>',
    publicUrl: 'https://rolecall.example',
    tokens: createUnsubscribeTokens('a secret of at least thirty-two characters'),
    markTokens: createMarkTokens('a secret of at least thirty-two characters'),
    bounceDomain: 'bounces.rolecall.example',
    texts: createTexts({ kinds: kindTexts }),
    instrument: null,
    mailEvents: null,
  });
}
