import type { BounceClass } from '@rolecall/contract';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { Webhook } from '../../../../platform/webhooks/index.ts';
import { judgeRefusal, type MailReport, type Refusal } from '../../events/index.ts';

/** The webhook of a provider, which reports what happens to mails. */
export type ProviderWebhook = Webhook<MailReport>;

const longestDetail = 500;
const longestName = 300;

/** A field that an event may lack, and without which it still counts: null and other types are as if it were absent. */
export const optionalText = z.string().optional().catch(undefined);
export const optionalNumber = z.number().optional().catch(undefined);
export const optionalFields = z.record(z.string(), z.unknown()).optional().catch(undefined);

/**
 * What a refusal says: that the sender or the mail is to blame, where the provider says so; otherwise what the answer of the
 * server says, and the class of the provider where that does not tell.
 */
export function refusalOf(
  given: BounceClass,
  status: string | undefined,
  answer: string | undefined,
): Refusal {
  const refusal = judgeRefusal(status, answer, given);
  return given === 'blocked' || given === 'content' ? { ...refusal, bounce: given } : refusal;
}

/** Makes a report of what a provider says; null: it names no recipient. */
export function reportOf(
  provider: string,
  now: Date,
  event: Pick<MailReport, 'type'> & {
    readonly address: string | undefined;
    readonly deliveryId: unknown;
    readonly eventId: string;
    readonly at: Date | null;
    readonly status?: string | null;
    readonly bounce?: BounceClass | null;
    readonly detail?: string | null | undefined;
  },
): MailReport | null {
  const address = storable(event.address ?? '', longestName).trim();
  if (!address.includes('@')) return null;
  const { type, status = null, bounce = null, detail } = event;
  const isPast = event.at !== null && !Number.isNaN(event.at.getTime()) && event.at <= now;
  return {
    type,
    deliveryId: isDeliveryId(event.deliveryId) ? event.deliveryId.toLowerCase() : null,
    address,
    provider,
    providerEventId: storable(event.eventId, longestName),
    at: isPast && event.at !== null ? event.at : now,
    status,
    bounce,
    detail: detail === null || detail === undefined ? null : storable(detail, longestDetail),
  };
}

function isDeliveryId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

/** A text without what the database cannot store, and cut to a length. */
function storable(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed().replaceAll('\u0000', '');
}

/** Parses an instant of ISO 8601; null: it is not one. */
export function instantOf(text: string | undefined): Date | null {
  const at = text === undefined ? null : new Date(text);
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}
