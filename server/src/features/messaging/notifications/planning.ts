import { type DeliveryStatus, isSetUpByPerson, kinds, subjectsOf } from '@rolecall/contract';
import type { ReachOf } from '../channels/index.ts';
import type { SettingsOfPeople } from '../preferences/index.ts';
import type { Recipient } from '../recipients/index.ts';
import {
  factsOf,
  isLive,
  type ReasonCode,
  type RouteDecision,
  rankOf,
  route,
  withhold,
} from '../routing/index.ts';
import type { DigestRequest } from './digest-windows.ts';
import type { Draft } from './drafts.ts';
import type { NewDelivery } from './new-delivery.ts';
import type { NewNotification } from './notifications.store.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';

/** A delivery as it is planned; one that waits in a digest still needs its window. */
export interface Plan {
  readonly delivery: NewDelivery;
  readonly digest: DigestRequest | null;
}

/** A notification that is new unless its key is known, with what is planned for its channels. */
export interface Candidate {
  readonly notification: NewNotification;
  readonly plans: readonly Plan[];
}

/** What planning knows of a batch. */
export interface Batch {
  readonly settings: SettingsOfPeople;
  readonly online: ReadonlySet<string>;
  readonly reachOf: ReachOf;
  /** What has no place in the inbox today. */
  readonly overBudget: ReadonlySet<Draft>;
  readonly now: Date;
}

/** Decides for one person whether it is in the inbox, and what becomes of it on every other channel. */
export function planNotification(
  draft: Draft,
  person: Recipient,
  batch: Batch,
  newId: () => string,
): Candidate {
  const isMuted = batch.settings.hasMuted(person.user_id, subjectsOf(draft.payload));
  const withheld =
    withheldFor(draft, batch.settings, isMuted) ?? (batch.overBudget.has(draft) ? 'inbox_over_cap' : null);
  const live = isLive(draft.kind, batch.settings.of(person.user_id));
  const notification = toNotification(newId(), draft, { withheld, live }, batch.now);
  const plans = planDeliveries(notification, draft, person, { ...batch, isMuted }, newId);
  const keepsSecrets =
    secretsOf(draft.kind).length === 0 || plans.some(({ delivery: { status } }) => status === 'pending');
  return { notification: keepsSecrets ? notification : withoutItsSecrets(notification), plans };
}

function planDeliveries(
  notification: NewNotification,
  { kind, payload, priority, onlyBy, isOwn }: Draft,
  person: Recipient,
  { settings: settingsOf, online, reachOf, isMuted, now }: Batch & { readonly isMuted: boolean },
  newId: () => string,
): Plan[] {
  const settings = settingsOf.of(person.user_id);
  const message = { kind, priority, payload, isInInbox: notification.in_inbox, isOwn, writtenAt: now };
  const about = { recipient: person, settings, isMuted, isOnline: online.has(person.user_id) };
  return kinds[kind].defaultChannels.flatMap((channel) => {
    if (channel === 'inbox' || onlyBy?.includes(channel) === false) return [];
    const reach = reachOf(channel, person);
    // Of a channel that the person has never set up there is nothing to tell.
    if (reach.contact === 'none' && isSetUpByPerson(channel)) return [];
    const decision = route(factsOf(message, about, reach, { spent: null, now }));
    const status = statusOf[decision.decision];
    const delivery = {
      id: newId(),
      notification_id: notification.id,
      user_id: person.user_id,
      channel,
      status,
      reason: decision.reason,
      rank: rankOf(priority),
      due_at: decision.dueAt,
      finished_at: status === 'skipped' ? now : null,
      digest_id: null,
    };
    const digest =
      decision.decision === 'digest'
        ? {
            userId: person.user_id,
            channel,
            frequency: decision.frequency,
            settings: settings.digest,
            timeZone: person.time_zone,
          }
        : null;
    return [{ delivery, digest }];
  });
}

function toNotification(
  id: string,
  { kind, userId, payload, dedupeKey, subject, isOwn }: Draft,
  { withheld, live }: Pick<NewNotification, 'withheld' | 'live'>,
  now: Date,
): NewNotification {
  const { category, defaultChannels, expiresAfterHours } = kinds[kind];
  return {
    id,
    user_id: userId,
    in_inbox: withheld === null && defaultChannels.includes('inbox'),
    kind,
    category,
    payload,
    subject: subject ?? null,
    dedupe_key: dedupeKey ?? null,
    expires_at: expiresAfterHours === null ? null : new Date(now.getTime() + expiresAfterHours * 3_600_000),
    withheld,
    live,
    // What its person has done is no news: it was known before it was written, which tells it from what is read later.
    read_at: isOwn ? new Date(now.getTime() - 1) : null,
  };
}

function withheldFor(
  { kind, userId }: Draft,
  settings: SettingsOfPeople,
  isMuted: boolean,
): ReasonCode | null {
  const definition = kinds[kind];
  return definition.defaultChannels.includes('inbox') ? withhold(kind, settings.of(userId), isMuted) : null;
}

const statusOf = {
  send: 'pending',
  hold: 'pending',
  digest: 'folded',
  skip: 'skipped',
} as const satisfies Record<RouteDecision['decision'], DeliveryStatus>;

/** A secret that is not going to be sent is not even stored. */
function withoutItsSecrets(notification: NewNotification): NewNotification {
  return { ...notification, payload: withoutSecrets(notification.kind, notification.payload) };
}
