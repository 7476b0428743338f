import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { MailReport } from '../../events/index.ts';
import { bestStatus } from '../enhanced-status.ts';
import type { SnsInbox } from './sns.ts';
import { faultOf, instantOf, type ProviderWebhook, reportOf } from './webhook.ts';

const failedRecipient = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const recipients = z.array(z.unknown()).catch([]);

const eventSchema = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  mail: z.object({
    destination: z.array(z.string()).catch([]),
    tags: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: recipients,
      timestamp: z.string().optional(),
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: recipients,
      complaintFeedbackType: z.string().nullish(),
      timestamp: z.string().optional(),
    })
    .optional(),
  delivery: z.object({ recipients: z.array(z.string()), timestamp: z.string().optional() }).optional(),
  deliveryDelay: z
    .object({
      delayedRecipients: recipients,
      delayType: z.string().optional(),
      timestamp: z.string().optional(),
    })
    .optional(),
  reject: z.object({ reason: z.string().optional() }).optional(),
});
type SesEvent = z.output<typeof eventSchema>;

interface Told extends Pick<MailReport, 'type' | 'status' | 'bounce' | 'detail'> {
  readonly address: string;
  readonly at: Date | null;
}

/** What is left out: sending, opens, clicks and lists of Amazon's own. */
function readEvent(event: SesEvent): Told[] {
  const { bounce, complaint, delivery, deliveryDelay, reject, mail } = event;
  switch (event.eventType ?? event.notificationType) {
    case 'Bounce':
      return bounce === undefined ? [] : bouncesOf(bounce);
    case 'Complaint':
      if (complaint === undefined || complaint.complaintFeedbackType === 'not-spam') return [];
      return failed(complaint.complainedRecipients).map(({ emailAddress }) => ({
        type: 'complained',
        address: emailAddress,
        at: instantOf(complaint.timestamp),
        detail: complaint.complaintFeedbackType ?? null,
      }));
    case 'Delivery':
      return (delivery?.recipients ?? []).map((address) => ({
        type: 'delivered',
        address,
        at: instantOf(delivery?.timestamp),
      }));
    case 'DeliveryDelay':
      return failed(deliveryDelay?.delayedRecipients ?? []).map(
        ({ emailAddress, status, diagnosticCode }) => ({
          type: 'deferred',
          address: emailAddress,
          at: instantOf(deliveryDelay?.timestamp),
          status: bestStatus(status, diagnosticCode),
          bounce: 'soft',
          detail: diagnosticCode ?? deliveryDelay?.delayType ?? null,
        }),
      );
    case 'Reject':
      return mail.destination.map((address) => ({
        type: 'bounced',
        address,
        at: null,
        bounce: 'content',
        detail: reject?.reason ?? null,
      }));
    default:
      return [];
  }
}

function bouncesOf(bounce: NonNullable<SesEvent['bounce']>): Told[] {
  const called = calledBy(bounce);
  return failed(bounce.bouncedRecipients).map((recipient) => {
    const status = bestStatus(recipient.status, recipient.diagnosticCode);
    return {
      type: 'bounced',
      address: recipient.emailAddress,
      at: instantOf(bounce.timestamp),
      status,
      bounce: faultOf(called, status),
      detail: recipient.diagnosticCode ?? bounce.bounceSubType ?? null,
    };
  });
}

function calledBy({ bounceType, bounceSubType = '' }: NonNullable<SesEvent['bounce']>): BounceClass {
  if (['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'].includes(bounceSubType)) return 'content';
  return bounceType === 'Permanent' ? 'hard' : 'soft';
}

/** Those that can be read. */
function failed(given: readonly unknown[]): z.output<typeof failedRecipient>[] {
  return given.flatMap((one) => failedRecipient.safeParse(one).data ?? []);
}

/** Amazon SES tells by way of SNS, whose message holds another one. */
export function createSesWebhook({
  sns,
  logger,
}: {
  readonly sns: SnsInbox;
  readonly logger: Logger;
}): ProviderWebhook {
  return {
    async read({ body }, now) {
      const message = await sns.open(body, now);
      if (message.Type === 'SubscriptionConfirmation') {
        await sns.confirm(message);
        logger.info({ topic: message.TopicArn }, 'confirmed the subscription to a topic');
      }
      if (message.Type === 'UnsubscribeConfirmation')
        logger.warn({ topic: message.TopicArn }, 'a topic will not tell us anything any more');
      if (message.Type !== 'Notification') return { reports: [], onceToken: null };
      const event = parseEvent(message.Message);
      if (event === null) return { reports: [], onceToken: null };
      return {
        onceToken: null,
        reports: readEvent(event).flatMap((told) => {
          const report = reportOf('ses', now, {
            ...told,
            deliveryId: event.mail.tags?.['delivery_id']?.[0],
            eventId: `${message.MessageId}:${told.address}`,
          });
          return report === null ? [] : [report];
        }),
      };
    },
  };
}

/** Null: it is none, such as the greeting of a new topic. */
function parseEvent(text: string): SesEvent | null {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
