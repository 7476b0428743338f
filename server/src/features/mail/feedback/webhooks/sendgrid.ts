import { createPublicKey, verify } from 'node:crypto';
import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import { parseJson, refuseOld, refuseSignature } from '../../../../platform/webhooks/index.ts';
import type { MailReport } from '../../events/index.ts';
import { optionalText, type ProviderWebhook, refusalOf, reportOf } from './webhook.ts';

const tolerance = 300;

const eventSchema = z.object({
  email: z.string(),
  timestamp: z.number(),
  event: z.string(),
  sg_event_id: z.string().min(1),
  type: optionalText,
  status: optionalText,
  reason: optionalText,
  response: optionalText,
  delivery_id: z.unknown().optional(),
});
type SendGridEvent = z.output<typeof eventSchema>;

/** Events about processing, opens, clicks and SendGrid's own lists are ignored. */
function readEvent(event: SendGridEvent): Pick<MailReport, 'type' | 'status' | 'bounce'> | null {
  const refusal = (given: BounceClass) => refusalOf(given, event.status, event.reason ?? event.response);
  switch (event.event) {
    case 'delivered':
      return { type: 'delivered' };
    case 'deferred':
      return { type: 'deferred', ...refusal('soft'), bounce: 'soft' };
    case 'bounce':
      return { type: 'bounced', ...refusal(event.type === 'blocked' ? 'blocked' : 'hard') };
    case 'dropped':
      return dropped(event.reason ?? '');
    case 'spamreport':
      return { type: 'complained' };
    default:
      return null;
  }
}

/** SendGrid has not tried it, because of its own list of suppressed addresses. */
function dropped(reason: string): Pick<MailReport, 'type' | 'bounce'> {
  if (/spam report/i.test(reason)) return { type: 'complained' };
  const bounce: BounceClass = /bounced|invalid/i.test(reason) ? 'hard' : 'content';
  return { type: 'bounced', bounce };
}

/**
 * Twilio SendGrid's event webhook: an ECDSA signature over timestamp and body.
 * @param publicKey of the webhook: base64 of its SPKI in DER, as SendGrid shows it
 */
export function createSendGridWebhook(publicKey: string): ProviderWebhook {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return {
    async read({ header, body }, now) {
      const signature = header('x-twilio-email-event-webhook-signature') ?? '';
      const timestamp = header('x-twilio-email-event-webhook-timestamp') ?? '';
      const signed = Buffer.concat([Buffer.from(timestamp), body]);
      if (!verify('sha256', signed, key, Buffer.from(signature, 'base64'))) refuseSignature();
      refuseOld(timestamp, now, tolerance);
      const events = z.array(z.unknown()).catch([]).parse(parseJson(body));
      return {
        onceToken: null,
        reports: events.flatMap((one) => {
          const { data: event } = eventSchema.safeParse(one);
          const known = event === undefined ? null : readEvent(event);
          if (event === undefined || known === null) return [];
          const report = reportOf('sendgrid', now, {
            ...known,
            address: event.email,
            deliveryId: event.delivery_id,
            eventId: event.sg_event_id,
            at: new Date(event.timestamp * 1_000),
            detail: event.reason ?? event.response,
          });
          return report === null ? [] : [report];
        }),
      };
    },
  };
}
