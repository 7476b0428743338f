import { createHash, timingSafeEqual } from 'node:crypto';
import type { BounceClass } from '@rolecall/contract';
import { validate as isUuid } from 'uuid';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import { classOf, type MailReport } from '../../events/index.ts';

/** A call of a provider, as it came. */
export interface WebhookCall {
  /** By its name in lower case. */
  header(name: string): string | undefined;
  /** What the signature covers: not one byte of it may have been read and written anew. */
  readonly body: Buffer;
}

/** What a genuine call tells. */
export interface WebhookContent {
  readonly reports: readonly MailReport[];
  /** What may be used once only, where the signature does not cover the body; null: it covers it. */
  readonly onceToken: string | null;
}

/** How a provider tells what has become of mails. */
export interface ProviderWebhook {
  /**
   * Reads a call. What is not known, and what is broken, is left out, so that it costs nothing of what stands beside it.
   *
   * @throws {ApplicationError} `webhook_signature_invalid`, `webhook_too_old`, `webhook_topic_refused`, `invalid_json`
   */
  read(call: WebhookCall, now: Date): Promise<WebhookContent>;
}

const longestDetail = 500;
const longestName = 300;

/** Compares secrets in a time that tells nothing of them. */
export function isSameSecret(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

/** @throws {ApplicationError} `webhook_signature_invalid` */
export function refuseSignature(): never {
  throw new ApplicationError('webhook_signature_invalid');
}

/**
 * Refuses what was signed too long ago, or in the future.
 *
 * @param seconds since 1970, as text
 * @param tolerance in seconds
 * @throws {ApplicationError} `webhook_signature_invalid` when it is no time, `webhook_too_old`
 */
export function refuseOld(seconds: string, now: Date, tolerance: number): void {
  if (!/^\d{1,12}$/.test(seconds)) refuseSignature();
  const age = now.getTime() / 1_000 - Number(seconds);
  if (age > tolerance || age < -300) throw new ApplicationError('webhook_too_old');
}

/** @throws {ApplicationError} `invalid_json` */
export function parseJson(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new ApplicationError('invalid_json');
  }
}

/** Whose fault it is: what a provider calls blocked or content stands, otherwise the status says more than the provider. */
export function faultOf(called: BounceClass, status: string | null): BounceClass {
  return called === 'blocked' || called === 'content' ? called : (classOf(status) ?? called);
}

/** A report of what a provider says; null: it names nobody. */
export function reportOf(
  provider: string,
  now: Date,
  told: Pick<MailReport, 'type'> & {
    readonly address: string | undefined;
    readonly deliveryId: unknown;
    readonly eventId: string;
    readonly at: Date | null;
    readonly status?: string | null;
    readonly bounce?: BounceClass | null;
    readonly detail?: string | null | undefined;
  },
): MailReport | null {
  const address = storable(told.address ?? '', longestName).trim();
  if (!address.includes('@')) return null;
  const { type, status = null, bounce = null, detail } = told;
  const isPast = told.at !== null && !Number.isNaN(told.at.getTime()) && told.at <= now;
  return {
    type,
    deliveryId: isDeliveryId(told.deliveryId) ? told.deliveryId.toLowerCase() : null,
    address,
    provider,
    providerEventId: storable(told.eventId, longestName),
    at: isPast && told.at !== null ? told.at : now,
    status,
    bounce,
    detail: detail === null || detail === undefined ? null : storable(detail, longestDetail),
  };
}

function isDeliveryId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

/** What the database can store, and no more of it than is of use. */
function storable(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed().replaceAll('\u0000', '');
}

/** An instant as ISO 8601; null: it is none. */
export function instantOf(text: string | undefined): Date | null {
  const at = text === undefined ? null : new Date(text);
  return at === null || Number.isNaN(at.getTime()) ? null : at;
}
