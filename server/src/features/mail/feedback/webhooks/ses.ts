import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { MailReport } from '../../events/index.ts';
import type { SnsInbox } from './sns.ts';
import { instantOf, optionalText, type ProviderWebhook, refusalOf, reportOf } from './webhook.ts';

const failedRecipient = z.object({
  emailAddress: z.string(),
  status: optionalText,
  diagnosticCode: optionalText,
});
const recipients = z.array(z.unknown()).catch([]);

const eventSchema = z.object({
  eventType: optionalText,
  notificationType: optionalText,
  mail: z.object({
    destination: z.array(z.string()).catch([]),
    tags: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: optionalText,
      bouncedRecipients: recipients,
      timestamp: optionalText,
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: recipients,
      complaintFeedbackType: optionalText,
      timestamp: optionalText,
    })
    .optional(),
  delivery: z.object({ recipients: z.array(z.string()), timestamp: optionalText }).optional(),
  deliveryDelay: z
    .object({
      delayedRecipients: recipients,
      delayType: optionalText,
      timestamp: optionalText,
    })
    .optional(),
  reject: z.object({ reason: optionalText }).optional(),
});
type SesEvent = z.output<typeof eventSchema>;

/** An event of one recipient. */
interface RecipientEvent extends Pick<MailReport, 'type' | 'status' | 'bounce' | 'detail'> {
  readonly address: string;
  readonly at: Date | null;
}

/** Events about sending, opens, clicks and Amazon's own lists are ignored. */
function readEvent(event: SesEvent): RecipientEvent[] {
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
          ...refusalOf('soft', status, diagnosticCode),
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

function bouncesOf(bounce: NonNullable<SesEvent['bounce']>): RecipientEvent[] {
  const given = classBy(bounce);
  return failed(bounce.bouncedRecipients).flatMap(({ emailAddress, status, diagnosticCode }) => {
    if (isAbsence(bounce, status, diagnosticCode)) return [];
    return [
      {
        type: 'bounced',
        address: emailAddress,
        at: instantOf(bounce.timestamp),
        ...refusalOf(given, status, diagnosticCode),
        detail: diagnosticCode ?? bounce.bounceSubType ?? null,
      },
    ];
  });
}

/**
 * Amazon reports answers of programs, such as absence notices, as transient bounces without what a server has answered. The
 * mail has arrived.
 */
function isAbsence(
  { bounceType, bounceSubType }: NonNullable<SesEvent['bounce']>,
  status: string | undefined,
  diagnosticCode: string | undefined,
): boolean {
  return bounceType === 'Transient' && bounceSubType === 'General' && !status && !diagnosticCode;
}

function classBy({ bounceType, bounceSubType = '' }: NonNullable<SesEvent['bounce']>): BounceClass {
  if (['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'].includes(bounceSubType)) return 'content';
  return bounceType === 'Permanent' ? 'hard' : 'soft';
}

/** The recipients that can be parsed. */
function failed(given: readonly unknown[]): z.output<typeof failedRecipient>[] {
  return given.flatMap((one) => failedRecipient.safeParse(one).data ?? []);
}

/** Amazon SES reports by SNS, whose messages contain its own. */
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
        logger.warn({ topic: message.TopicArn }, 'a topic sends us nothing any more');
      if (message.Type !== 'Notification') return { reports: [], onceToken: null };
      const event = parseEvent(message.Message);
      if (event === null) return { reports: [], onceToken: null };
      return {
        onceToken: null,
        reports: readEvent(event).flatMap((one) => {
          const report = reportOf('ses', now, {
            ...one,
            deliveryId: event.mail.tags?.['delivery_id']?.[0],
            eventId: `${message.MessageId}:${one.address}`,
          });
          return report === null ? [] : [report];
        }),
      };
    },
  };
}

/** Null: it is not an event, such as the greeting of a new topic. */
function parseEvent(text: string): SesEvent | null {
  try {
    return eventSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
