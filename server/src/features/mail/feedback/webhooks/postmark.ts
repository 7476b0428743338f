import type { BounceClass } from '@rolecall/contract';
import { z } from 'zod';
import { isSameSecret } from '../../../../platform/tokens/index.ts';
import { parseJson, refuseSignature } from '../../../../platform/webhooks/index.ts';
import type { MailReport } from '../../events/index.ts';
import {
  instantOf,
  optionalFields,
  optionalNumber,
  optionalText,
  type ProviderWebhook,
  refusalOf,
  reportOf,
} from './webhook.ts';

const recordSchema = z.object({
  RecordType: z.string(),
  ID: z.union([z.number(), z.string()]).optional().catch(undefined),
  TypeCode: optionalNumber,
  MessageID: optionalText,
  Email: optionalText,
  Recipient: optionalText,
  BouncedAt: optionalText,
  DeliveredAt: optionalText,
  Description: optionalText,
  Details: optionalText,
  Metadata: optionalFields,
});
type PostmarkRecord = z.output<typeof recordSchema>;

/** Its types of bounces that are about an address or about us, unlike others such as an absence notice. */
const bounceTypes: ReadonlyMap<number, BounceClass> = new Map([
  [1, 'hard'],
  [2, 'soft'],
  [256, 'soft'],
  [512, 'blocked'],
  [2_048, 'soft'],
  [4_096, 'soft'],
  [8_192, 'content'],
  [100_000, 'hard'],
  [100_006, 'blocked'],
  [100_007, 'content'],
  [100_009, 'blocked'],
]);
const spamComplaint = 100_001;

function readRecord(record: PostmarkRecord): Pick<MailReport, 'type' | 'status' | 'bounce'> | null {
  if (record.RecordType === 'Delivery') return { type: 'delivered' };
  if (record.RecordType === 'SpamComplaint') return { type: 'complained' };
  if (record.RecordType !== 'Bounce') return null;
  if (record.TypeCode === spamComplaint) return { type: 'complained' };
  const given = bounceTypes.get(record.TypeCode ?? 0);
  if (given === undefined) return null;
  return { type: 'bounced', ...refusalOf(given, undefined, record.Details) };
}

/**
 * Postmark signs nothing, but sends the user and password from the address of the webhook.
 * @param credentials `user:password`
 */
export function createPostmarkWebhook(credentials: string): ProviderWebhook {
  return {
    async read({ header, body }, now) {
      const [, given = ''] = /^Basic (.+)$/i.exec(header('authorization') ?? '') ?? [];
      if (!isSameSecret(Buffer.from(given, 'base64').toString(), credentials)) refuseSignature();
      const { data: record } = recordSchema.safeParse(parseJson(body));
      const known = record === undefined ? null : readRecord(record);
      if (record === undefined || known === null) return { reports: [], onceToken: null };
      const { RecordType, ID, MessageID = '', Email, Recipient, Metadata, Details, Description } = record;
      const address = Email ?? Recipient;
      const report = reportOf('postmark', now, {
        ...known,
        address,
        deliveryId: Metadata?.['delivery_id'],
        eventId: ID === undefined ? `${RecordType}:${MessageID}:${address}` : `${RecordType}:${ID}`,
        at: instantOf(record.BouncedAt ?? record.DeliveredAt),
        detail: Details ?? Description,
      });
      return { reports: report === null ? [] : [report], onceToken: null };
    },
  };
}
