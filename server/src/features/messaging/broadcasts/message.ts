import type { BroadcastContent, BroadcastKind, BroadcastText, KindPayload, Locale } from '@rolecall/contract';
import { broadcastTestMessages } from './test.messages.ts';

/** What a broadcast tells, as it is written. */
export interface BroadcastMessage {
  readonly kind: BroadcastKind;
  readonly content: BroadcastContent;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
}

/** What a person is told, as a notification carries it. */
export type ToldMessage =
  | { readonly kind: 'feature_announcement'; readonly payload: KindPayload<'feature_announcement'> }
  | { readonly kind: 'maintenance'; readonly payload: KindPayload<'maintenance'> };

/** The language that a reader gets: their own where there is a text for it. */
export function textLocale(content: BroadcastContent, locale: Locale): Locale {
  return content[locale] === undefined ? 'en' : locale;
}

/** @param broadcastId null for a test, which is no part of the broadcast */
export function announcementIn(
  { content }: Pick<BroadcastMessage, 'content'>,
  locale: Locale,
  broadcastId: string | null,
): KindPayload<'feature_announcement'> {
  const { title, message, action }: BroadcastText = content[locale] ?? content.en;
  return {
    title,
    message,
    ...(action === null ? {} : { action }),
    ...(broadcastId === null ? {} : { broadcast_id: broadcastId }),
  };
}

/** @param broadcastId null for a test, which is no part of the broadcast */
export function maintenanceIn(
  broadcast: Omit<BroadcastMessage, 'kind'>,
  locale: Locale,
  broadcastId: string | null,
): KindPayload<'maintenance'> {
  return {
    ...announcementIn(broadcast, locale, broadcastId),
    starts_at: broadcast.starts_at?.toISOString() ?? null,
    ends_at: broadcast.ends_at?.toISOString() ?? null,
  };
}

/** What a reader of this language is told. */
export function messageIn(
  broadcast: BroadcastMessage,
  locale: Locale,
  broadcastId: string | null,
): ToldMessage {
  return broadcast.kind === 'maintenance'
    ? { kind: 'maintenance', payload: maintenanceIn(broadcast, locale, broadcastId) }
    : { kind: 'feature_announcement', payload: announcementIn(broadcast, locale, broadcastId) };
}

/** The same as a test, which says so where nobody can miss it. */
export function asTest(message: ToldMessage, locale: Locale): ToldMessage {
  const title = broadcastTestMessages(locale).title({ title: message.payload.title });
  return message.kind === 'maintenance'
    ? { kind: 'maintenance', payload: { ...message.payload, title } }
    : { kind: 'feature_announcement', payload: { ...message.payload, title } };
}
