import {
  type DeliveryChannel,
  type Kind,
  type KindDefinition,
  kinds,
  type NotificationSettings,
  type Priority,
} from '@rolecall/contract';
import type { Recipient } from '../recipients/index.ts';
import type { ChannelRules, ContactState } from './channel-rules.ts';
import type { RouteFacts } from './route.ts';

/** What is decided about: something that is being written, that waits, that was collected, or a digest itself. */
export interface RoutedMessage {
  readonly kind: Kind;
  readonly priority: Priority;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly isInInbox: boolean;
  /** It tells its person of an own action. */
  readonly isOwn: boolean;
  readonly writtenAt: Date;
}

/** Whom it is for. */
export interface RoutedPerson {
  /** Undefined for one who is gone. */
  readonly recipient: Recipient | undefined;
  readonly settings: NotificationSettings;
  /** The person has muted what it is about. */
  readonly isMuted: boolean;
  /** Who was online when it was written has been waited for: only then it counts. */
  readonly isOnline: boolean;
}

/** By which way. */
export interface RoutedChannel {
  readonly name: DeliveryChannel;
  /** Null: the instance does not have it. */
  readonly rules: ChannelRules | null;
  /** Of the contact point that stands best. */
  readonly contact: ContactState | 'none';
}

/** The one constructor of what `route` is asked with. */
export function factsOf(
  message: RoutedMessage,
  person: RoutedPerson,
  channel: RoutedChannel,
  at: { readonly spent: RouteFacts['spent']; readonly now: Date },
): RouteFacts {
  const { kind, priority, payload, isInInbox, isOwn, writtenAt } = message;
  const { recipient, settings, isMuted, isOnline } = person;
  const { name, rules, contact } = channel;
  const definition: KindDefinition = kinds[kind];
  const onlineDelayMs = isOnline && rules !== null ? rules.onlineDelayMs : 0;
  return {
    definition,
    priority,
    channel: name,
    rules,
    contact: recipient === undefined ? 'none' : contact,
    settings,
    ownChoice: settings.kinds[kind],
    timeZone: recipient?.time_zone ?? 'UTC',
    isMuted,
    isOwn,
    isDisabled: recipient?.is_disabled ?? false,
    score: recipient === undefined ? null : scoreOf(payload, recipient),
    wait: isInInbox ? waitFor(onlineDelayMs, settings.escalate_after_minutes, writtenAt) : null,
    spent: at.spent,
    now: at.now,
  };
}

/** The score of a payload, where it has one, beside what the person wants. */
function scoreOf(
  { score }: Readonly<Record<string, unknown>>,
  person: { readonly minimum_match_score: number },
): RouteFacts['score'] {
  return typeof score === 'number' ? { value: score, minimum: person.minimum_match_score } : null;
}

/**
 * Until when something that was written at `since` may be read in the inbox before it goes out: the longer one of the
 * time for a person who is online and of what the person has chosen.
 */
function waitFor(
  onlineDelayMs: number,
  escalateAfterMinutes: number | null,
  since: Date,
): RouteFacts['wait'] {
  const escalationMs = (escalateAfterMinutes ?? 0) * 60_000;
  const longest = Math.max(onlineDelayMs, escalationMs);
  if (longest === 0) return null;
  return {
    until: new Date(since.getTime() + longest),
    reason: escalationMs >= onlineDelayMs ? 'escalation' : 'online',
  };
}
