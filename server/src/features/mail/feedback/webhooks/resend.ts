import { createHmac } from 'node:crypto';
import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import { isSameSecret } from '../../../../platform/tokens/index.ts';
import { parseJson, refuseOld, refuseSignature } from '../../../../platform/webhooks/index.ts';
import type { MailReport } from '../../events/index.ts';
import { instantOf, optionalText, type ProviderWebhook, refusalOf, reportOf } from './webhook.ts';

const tolerance = 300;

const eventSchema = z.object({
  type: z.string(),
  created_at: optionalText,
  data: z.object({
    to: z.union([z.string(), z.array(z.string())]),
    bounce: z
      .object({ type: optionalText, subType: optionalText, message: optionalText })
      .optional()
      .catch(undefined),
    tags: z.unknown().optional(),
  }),
});
type ResendEvent = z.output<typeof eventSchema>;

function readEvent({ type, data }: ResendEvent): Pick<MailReport, 'type' | 'status' | 'bounce'> | null {
  switch (type) {
    case 'email.delivered':
      return { type: 'delivered' };
    case 'email.delivery_delayed':
      return { type: 'deferred', bounce: 'soft' };
    case 'email.complained':
      return { type: 'complained' };
    case 'email.bounced':
      return { type: 'bounced', ...refusalOf(classBy(data.bounce), undefined, data.bounce?.message) };
    case 'email.suppressed':
      return { type: 'bounced', bounce: 'hard' };
    case 'email.failed':
      return { type: 'bounced', bounce: 'content' };
    default:
      return null;
  }
}

function classBy(bounce: ResendEvent['data']['bounce']): BounceClass {
  if (/content|attachment|toolarge/i.test(bounce?.subType ?? '')) return 'content';
  return bounce?.type === 'Permanent' ? 'hard' : 'soft';
}

/** Tags come as a list, as they were sent, or as an object. */
const tagsSchema = z.union([
  z.array(z.object({ name: z.string(), value: z.unknown() })),
  z.record(z.string(), z.unknown()),
]);

function deliveryIdOf(tags: unknown): unknown {
  const { data } = tagsSchema.safeParse(tags);
  if (data === undefined) return null;
  return Array.isArray(data) ? data.find(({ name }) => name === 'delivery_id')?.value : data['delivery_id'];
}

/**
 * Resend signs by Standard Webhooks: an HMAC over id, timestamp and body. While a secret is replaced there are several
 * signatures, of which one has to be right.
 * @param secret `whsec_` and base64
 */
export function createResendWebhook(secret: string): ProviderWebhook {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return {
    async read({ header, body }, now) {
      const id = header('svix-id') ?? header('webhook-id') ?? '';
      const timestamp = header('svix-timestamp') ?? header('webhook-timestamp') ?? '';
      const signatures = (header('svix-signature') ?? header('webhook-signature') ?? '').split(' ', 10);
      const wanted = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
      if (id === '' || !signatures.some((one) => isSameSecret(one, wanted))) refuseSignature();
      refuseOld(timestamp, now, tolerance);
      const { data: event } = eventSchema.safeParse(parseJson(body));
      const known = event === undefined ? null : readEvent(event);
      if (event === undefined || known === null) return { reports: [], onceToken: null };
      const report = reportOf('resend', now, {
        ...known,
        // Our mails have one recipient.
        address: typeof event.data.to === 'string' ? event.data.to : event.data.to[0],
        deliveryId: deliveryIdOf(event.data.tags),
        eventId: id,
        at: instantOf(event.created_at),
        detail: event.data.bounce?.message,
      });
      return { reports: report === null ? [] : [report], onceToken: null };
    },
  };
}
