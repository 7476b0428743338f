import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { MailReport } from '../../events/index.ts';
import { bestStatus } from '../enhanced-status.ts';
import {
  faultOf,
  isSameSecret,
  type ProviderWebhook,
  parseJson,
  refuseOld,
  refuseSignature,
  reportOf,
} from './webhook.ts';

/** Its last try comes after eight hours, in seconds. A token is known for longer. */
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
    severity: z.string().optional(),
    reason: z.string().optional(),
    recipient: z.string(),
    'delivery-status': z
      .object({
        code: z.number().optional(),
        'enhanced-code': z.string().optional(),
        message: z.string().optional(),
        description: z.string().optional(),
      })
      .optional(),
    'user-variables': z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
});
type MailgunEvent = z.output<typeof dataSchema>['event-data'];

function readEvent(event: MailgunEvent): Pick<MailReport, 'type' | 'status' | 'bounce'> | null {
  const answer = event['delivery-status'];
  const status = bestStatus(answer?.['enhanced-code'], answer?.message || answer?.description);
  switch (event.event) {
    case 'delivered':
      return { type: 'delivered' };
    case 'complained':
      return { type: 'complained' };
    case 'rejected':
      return { type: 'bounced', bounce: 'content' };
    case 'failed':
      if (event.severity === 'temporary') return { type: 'deferred', status, bounce: 'soft' };
      if (event.reason === 'suppress-complaint') return { type: 'complained' };
      if (event.reason === 'suppress-unsubscribe') return { type: 'bounced', bounce: 'content' };
      // It has been tried for too long.
      if (event.reason === 'old') return { type: 'bounced', status, bounce: faultOf('soft', status) };
      return { type: 'bounced', status, bounce: faultOf('hard', status) };
    default:
      return null;
  }
}

/**
 * Mailgun signs a timestamp and a token, and not what it tells: who has seen one call could tell anything with it. So a
 * token is good for one call.
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
