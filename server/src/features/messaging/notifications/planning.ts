import {
  type DeliveryChannel,
  type DeliveryStatus,
  kinds,
  type Priority,
  subjectsOf,
} from '@rolecall/contract';
import type { FoldRequest } from '../digest-windows/index.ts';
import type { SettingsOfPeople } from '../preferences/index.ts';
import { type ReasonCode, type RouteDecision, route, scoreOf, waitFor, withhold } from '../routing/index.ts';
import type { Draft } from './drafts.ts';
import type { NewDelivery, NewNotification } from './notifications.store.ts';
import type { Recipient } from './recipients.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';

/** A delivery as it is planned; one that waits in a digest still needs its window. */
export interface Plan {
  readonly delivery: NewDelivery;
  readonly fold: FoldRequest | null;
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
  readonly now: Date;
}

export interface PlanningDependencies {
  /** Channels that this instance can send by. */
  readonly availableChannels: ReadonlySet<DeliveryChannel>;
  /** How long a mail waits for people who are online to read it in the inbox, in milliseconds; 0: not at all. */
  readonly onlineDelayMs: number;
  readonly newId: () => string;
}

/** What is due goes out in this order. */
const rankOfPriority: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, medium: 2, low: 3 };

/** Decides for one person whether it is in the inbox, and what becomes of it on every other channel. */
export function planNotification(
  draft: Draft,
  person: Recipient,
  batch: Batch,
  dependencies: PlanningDependencies,
): Candidate {
  const muted = batch.settings.hasMuted(person.user_id, subjectsOf(draft.payload));
  const withheld = withheldFor(draft, batch.settings, muted);
  const notification = toNotification(dependencies.newId(), draft, withheld, batch.now);
  const plans = planDeliveries(notification, draft, person, { ...batch, muted }, dependencies);
  const keepsSecrets =
    secretsOf(draft.kind).length === 0 || plans.some(({ delivery: { status } }) => status === 'pending');
  return { notification: keepsSecrets ? notification : withoutItsSecrets(notification), plans };
}

function planDeliveries(
  notification: NewNotification,
  { kind, payload, priority, onlyBy }: Draft,
  person: Recipient,
  about: Batch & { readonly muted: boolean },
  { availableChannels, onlineDelayMs, newId }: PlanningDependencies,
): Plan[] {
  const { now, muted } = about;
  const definition = kinds[kind];
  const settings = about.settings.of(person.user_id);
  const isOnline = about.online.has(person.user_id);
  return definition.defaultChannels.flatMap((channel) => {
    if (channel === 'inbox' || onlyBy?.includes(channel) === false) return [];
    const decision = route({
      definition,
      priority,
      channel,
      channelAvailable: availableChannels.has(channel),
      settings,
      recipient: { email: person.email, emailVerified: person.email_verified, timeZone: person.time_zone },
      muted,
      score: scoreOf(payload, person),
      wait: notification.in_inbox
        ? waitFor(isOnline ? onlineDelayMs : 0, settings.escalate_after_minutes, now)
        : null,
      spent: null,
      now,
    });
    const status = statusOf[decision.decision];
    const delivery = {
      id: newId(),
      notification_id: notification.id,
      user_id: person.user_id,
      channel,
      status,
      reason: decision.reason,
      rank: rankOfPriority[priority],
      due_at: decision.dueAt,
      finished_at: status === 'skipped' ? now : null,
      digest_id: null,
    };
    const fold =
      decision.decision === 'digest'
        ? {
            userId: person.user_id,
            channel,
            frequency: decision.frequency,
            settings: settings.digest,
            timeZone: person.time_zone,
          }
        : null;
    return [{ delivery, fold }];
  });
}

function toNotification(
  id: string,
  { kind, userId, payload, dedupeKey, subject }: Draft,
  withheld: ReasonCode | null,
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
  };
}

function withheldFor({ kind, userId }: Draft, settings: SettingsOfPeople, muted: boolean): ReasonCode | null {
  const definition = kinds[kind];
  return definition.defaultChannels.includes('inbox')
    ? withhold(definition, settings.of(userId), muted)
    : null;
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
