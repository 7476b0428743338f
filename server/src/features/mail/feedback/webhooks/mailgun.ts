import { createHmac } from 'node:crypto';
import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import { isSameSecret } from '../../../../platform/tokens/index.ts';
import { parseJson, refuseOld, refuseSignature } from '../../../../platform/webhooks/index.ts';
import type { MailReport } from '../../events/index.ts';
import { optionalFields, optionalText, type ProviderWebhook, refusalOf, reportOf } from './webhook.ts';

/** In seconds. Mailgun's last attempt comes after eight hours; tokens are remembered for longer. */
const tolerance = 9 * 3_600;

const callSchema = z.object({
  signature: z.object({
    timestamp: z.coerce.string(),
    token: z.string().min(1).max(200),
    signature: z.string(),
  }),
});

const dataSchema = z.object({
  'event-data': z.object({
    event: z.string(),
    id: z.string().min(1),
    timestamp: z.number(),
    severity: optionalText,
    reason: optionalText,
    recipient: z.string(),
    'delivery-status': z
      .object({
        'enhanced-code': optionalText,
        message: optionalText,
        description: optionalText,
      })
      .optional()
      .catch(undefined),
    'user-variables': optionalFields,
  }),
});
type MailgunEvent = z.output<typeof dataSchema>['event-data'];

function readEvent(event: MailgunEvent): Pick<MailReport, 'type' | 'status' | 'bounce'> | null {
  const answer = event['delivery-status'];
  const refusal = (given: BounceClass) =>
    refusalOf(given, answer?.['enhanced-code'], answer?.message || answer?.description);
  switch (event.event) {
    case 'delivered':
      return { type: 'delivered' };
    case 'complained':
      return { type: 'complained' };
    case 'rejected':
      return { type: 'bounced', bounce: 'content' };
    case 'failed':
      if (event.severity === 'temporary') return { type: 'deferred', ...refusal('soft'), bounce: 'soft' };
      if (event.reason === 'suppress-complaint') return { type: 'complained' };
      if (event.reason === 'suppress-unsubscribe') return { type: 'bounced', bounce: 'content' };
      // Mailgun has given up after trying for too long.
      if (event.reason === 'old') return { type: 'bounced', ...refusal('soft') };
      return { type: 'bounced', ...refusal('hard') };
    default:
      return null;
  }
}

/**
 * Mailgun signs a timestamp and a token, but not the content: with an intercepted signature anybody could report anything.
 * So a token is valid for one call.
 * @param signingKey of its webhooks
 */
export function createMailgunWebhook(signingKey: string): ProviderWebhook {
  return {
    async read({ body }, now) {
      const parsed = parseJson(body);
      const { data: call } = callSchema.safeParse(parsed);
      if (call === undefined) refuseSignature();
      const { timestamp, token, signature } = call.signature;
      const wanted = createHmac('sha256', signingKey).update(`${timestamp}${token}`).digest('hex');
      if (!isSameSecret(signature, wanted)) refuseSignature();
      refuseOld(timestamp, now, tolerance);
      const { data } = dataSchema.safeParse(parsed);
      const event = data?.['event-data'];
      const known = event === undefined ? null : readEvent(event);
      if (event === undefined || known === null) return { reports: [], onceToken: token };
      const report = reportOf('mailgun', now, {
        ...known,
        address: event.recipient,
        deliveryId: event['user-variables']?.['delivery_id'],
        eventId: event.id,
        at: new Date(event.timestamp * 1_000),
        detail: event['delivery-status']?.message || event['delivery-status']?.description || event.reason,
      });
      return { reports: report === null ? [] : [report], onceToken: token };
    },
  };
}
