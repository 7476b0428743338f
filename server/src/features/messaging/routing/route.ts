import {
  type Channel,
  type DeliveryChannel,
  type DigestFrequency,
  type Kind,
  type KindChoice,
  type KindDefinition,
  kinds,
  mayWaitForInbox,
  type NotificationSettings,
  type Priority,
} from '@rolecall/contract';
import { atTime, nextTime, toZoned } from '../../../platform/time/index.ts';
import type { ChannelRules, ContactState } from './channel-rules.ts';
import { quietUntil } from './quiet-hours.ts';
import type { ReasonCode } from './reasons/reasons.ts';

type RoutedKind = Pick<
  KindDefinition,
  | 'category'
  | 'mandatory'
  | 'reachesDisabled'
  | 'digestible'
  | 'ownActionBy'
  | 'daytimeOnly'
  | 'defaultChannels'
>;

/** What a person has decided, without what routing does not ask for. */
export type RouteSettings = Pick<
  NotificationSettings,
  'categories' | 'quiet_hours' | 'caps' | 'snoozed_until'
>;

/** All that the decision about a delivery depends on. */
export interface RouteFacts {
  readonly definition: RoutedKind;
  readonly priority: Priority;
  readonly channel: DeliveryChannel;
  /** What holds for the channel; null: this instance does not have it. */
  readonly rules: ChannelRules | null;
  /** How the person's best contact point on the channel stands; `none`: there is none. */
  readonly contact: ContactState | 'none';
  readonly settings: RouteSettings;
  /** What the person has decided about this kind by itself. */
  readonly ownChoice: KindChoice | undefined;
  readonly timeZone: string;
  /** The account of the person is disabled. */
  readonly isDisabled: boolean;
  /** The person has muted what it is about. */
  readonly isMuted: boolean;
  /** It tells the person of what the person has done. Known when it is written, and decided then. */
  readonly isOwn: boolean;
  /** How well it fits, in percent, and from which score on the person wants to hear; null: it has no score. */
  readonly score: { readonly value: number; readonly minimum: number } | null;
  /**
   * Until when it may still be read in the inbox before it goes out, because the person is online or wants it so; null:
   * it does not wait, or has done so.
   */
  readonly wait: { readonly until: Date; readonly reason: 'online' | 'escalation' } | null;
  /**
   * What counts for the person's day; null: not known yet, so that caps are left to the second look. `total`: notifications
   * that have reached the person, by whichever ways. `countsAlready`: this one is among them, as what is in the inbox
   * since today is.
   */
  readonly spent: {
    readonly total: number;
    readonly onChannel: number;
    readonly countsAlready: boolean;
  } | null;
  readonly now: Date;
}

/** What becomes of a delivery, why, and from when on. */
export type RouteDecision =
  | { readonly decision: 'send' | 'skip'; readonly reason: ReasonCode; readonly dueAt: Date }
  /** Not before `dueAt`, when it is decided anew. */
  | { readonly decision: 'hold'; readonly reason: ReasonCode; readonly dueAt: Date }
  /** It waits in the person's digest of this frequency. */
  | {
      readonly decision: 'digest';
      readonly reason: ReasonCode;
      readonly dueAt: Date;
      readonly frequency: DigestFrequency;
    };

/** Hours of the person's day in which kinds that are for the day only go out. */
const day = { from: '08:00', to: '20:00' } as const;

/** Whether the person wants the category by this channel, and this kind of it. */
function wantsChannel(
  definition: Pick<KindDefinition, 'category' | 'defaultChannels'>,
  channel: Channel,
  settings: Pick<NotificationSettings, 'categories'>,
  ownChoice: KindChoice | undefined,
): boolean {
  if (ownChoice?.channels[channel] === false) return false;
  const choice = settings.categories[definition.category]?.channels[channel];
  return choice ?? definition.defaultChannels.includes(channel);
}

/** Whether open pages show a notification of this kind the moment it comes. */
export function isLive(kind: Kind, settings: Pick<NotificationSettings, 'categories' | 'kinds'>): boolean {
  const { mandatory, category } = kinds[kind];
  return mandatory || (settings.categories[category]?.live !== false && settings.kinds[kind]?.live !== false);
}

/**
 * Decides whether a notification is in the inbox. A category or a kind that is switched off there, and what is about a subject
 * that the person has muted, is kept out of it, and the reason is kept with the notification.
 *
 * @returns null: it is in the inbox
 */
export function withhold(
  kind: Kind,
  settings: Pick<NotificationSettings, 'categories' | 'kinds'>,
  isMuted: boolean,
): Extract<ReasonCode, 'preference_off' | 'muted'> | null {
  const definition = kinds[kind];
  if (definition.mandatory) return null;
  if (!wantsChannel(definition, 'inbox', settings, settings.kinds[kind])) return 'preference_off';
  return isMuted ? 'muted' : null;
}

/**
 * Decides about one notification on one channel, by the first rule that applies (docs/notifications.md tells them in
 * the same order). It is asked when the notification is written and again right before it is sent, it answers for every
 * input, and a mandatory kind is neither held nor skipped by anything that a person has chosen.
 */
export function route(facts: RouteFacts): RouteDecision {
  const { definition, priority, channel, rules, contact, settings, timeZone, now } = facts;
  const skip = (reason: ReasonCode): RouteDecision => ({ decision: 'skip', reason, dueAt: now });
  const hold = (reason: ReasonCode, dueAt: Date): RouteDecision => ({ decision: 'hold', reason, dueAt });
  const send: RouteDecision = { decision: 'send', reason: 'due', dueAt: now };

  if (rules === null) return skip('channel_off');
  if (facts.isDisabled && !definition.reachesDisabled) return skip('account_disabled');
  if (contact !== 'works' && contact !== 'unverified') return skip(rules.unreachable[contact]);
  if (definition.mandatory) return send;

  const frequency = settings.categories[definition.category]?.frequency ?? 'immediate';
  if (frequency === 'off' || !wantsChannel(definition, channel, settings, facts.ownChoice))
    return skip('preference_off');
  if (contact === 'unverified' && rules.verifiedOnly.has(definition.category)) {
    return skip(rules.unreachable.unverified);
  }
  if (facts.isMuted) return skip('muted');
  if (facts.score !== null && facts.score.value < facts.score.minimum) return skip('below_minimum');
  if (facts.isOwn && !definition.ownActionBy.includes(channel)) return skip('own_action');
  if (priority === 'urgent') return send;

  if (settings.snoozed_until !== null && new Date(settings.snoozed_until) > now) {
    return hold('snoozed', new Date(settings.snoozed_until));
  }
  if (frequency !== 'immediate' && definition.digestible) {
    return { decision: 'digest', reason: digestReasons[frequency], dueAt: now, frequency };
  }
  if (facts.wait !== null && facts.wait.until > now && mayWaitForInbox(definition, priority)) {
    return hold(facts.wait.reason, facts.wait.until);
  }
  const quietEnd = quietUntil(settings.quiet_hours, timeZone, now);
  if (quietEnd !== null) return hold('quiet_hours', quietEnd);
  const morning = definition.daytimeOnly ? nextDaytime(settings, timeZone, now) : null;
  if (morning !== null) return hold('daytime_only', morning);
  if (definition.digestible && isOverCap(facts)) {
    return { decision: 'digest', reason: 'over_cap', dueAt: now, frequency: 'daily' };
  }
  return send;
}

const digestReasons = {
  hourly: 'digest_hourly',
  daily: 'digest_daily',
  weekly: 'digest_weekly',
} as const satisfies Record<DigestFrequency, ReasonCode>;

/**
 * When it is day again. Who has made the whole next day quiet, as who works at night does, would never get what waits
 * for it.
 *
 * @returns null: it is day now, or the person's quiet hours leave nothing of the next one
 */
function nextDaytime(settings: RouteSettings, timeZone: string, now: Date): Date | null {
  if (isDaytime(timeZone, now)) return null;
  const morning = nextTime(now, day.from, timeZone);
  const quietEnd = quietUntil(settings.quiet_hours, timeZone, morning);
  return quietEnd === null || isDaytime(timeZone, quietEnd) ? morning : null;
}

function isDaytime(timeZone: string, now: Date): boolean {
  const today = toZoned(now, timeZone).toPlainDate();
  return atTime(today, day.from, timeZone) <= now && now < atTime(today, day.to, timeZone);
}

/** Whether one more would be more than the person wants in a day, over all channels or on this one. */
function isOverCap({ settings: { caps }, channel, spent }: RouteFacts): boolean {
  if (spent === null) return false;
  const onChannel = caps.channels[channel] ?? null;
  return (
    (caps.per_day !== null && !spent.countsAlready && spent.total >= caps.per_day) ||
    (onChannel !== null && spent.onChannel >= onChannel)
  );
}
