import type { BounceClass, MailCounter } from '@rolecall/contract';
import type { MailEvent } from '../events/index.ts';
import { deliveryTimeCounter } from './delivery-times.ts';

export type Counter = MailCounter | `delivery_time_${number}`;

/** What events add to one row of counters. */
export interface Increments<Key> {
  readonly key: Key;
  readonly counters: Readonly<Partial<Record<Counter, number>>>;
}

/** What a mail was; `''` and 0 where that is unknown or absent. */
export interface MailKey {
  readonly hour: Date;
  readonly kind: string;
  readonly locale: string;
  readonly template_version: number;
  readonly provider: string;
}

/** Where a mail went. */
export interface DomainKey {
  readonly hour: Date;
  readonly domain: string;
  readonly provider: string;
}

export interface Tally {
  readonly mails: readonly Increments<MailKey>[];
  readonly domains: readonly Increments<DomainKey>[];
}

/**
 * Sums up what events add to the counters. An event counts for the hour in which it happened according to its reporter, but
 * never for a future one.
 */
export function tally(events: readonly MailEvent[], now: Date): Tally {
  const mails = createSums<MailKey>();
  const domains = createSums<DomainKey>();
  for (const event of events) {
    const hour = hourOf(event.at < now ? event.at : now);
    const provider = event.mail?.provider ?? event.provider;
    const counters = countersOf(event);
    mails.add(
      {
        hour,
        kind: event.mail?.kind ?? '',
        locale: event.mail?.locale ?? '',
        template_version: event.mail?.templateVersion ?? 0,
        provider,
      },
      counters,
    );
    domains.add({ hour, domain: event.domain, provider }, counters);
  }
  return { mails: mails.all(), domains: domains.all() };
}

/** Whether a mail bounced when it was sent. */
export function isRefused({ type, mail }: Pick<MailEvent, 'type' | 'mail'>): boolean {
  return type === 'bounced' && mail !== null && mail.sentAt === null;
}

const bounceCounters = {
  hard: 'bounced_hard',
  soft: 'bounced_soft',
  blocked: 'bounced_blocked',
  content: 'bounced_content',
} as const satisfies Record<BounceClass, MailCounter>;

function countersOf(event: MailEvent): Counter[] {
  switch (event.type) {
    case 'bounced': {
      const counter = bounceCounters[event.bounce ?? 'soft'];
      return isRefused(event) ? [counter, 'refused'] : [counter];
    }
    case 'delivered': {
      const sentAt = event.mail?.sentAt ?? null;
      return sentAt === null
        ? ['delivered']
        : ['delivered', deliveryTimeCounter(event.at.getTime() - sentAt.getTime())];
    }
    case 'opened':
      return [event.isMachine === true ? 'machine_opens' : 'human_opens'];
    case 'clicked':
      return [event.isMachine === true ? 'machine_clicks' : 'human_clicks'];
    default:
      return [event.type];
  }
}

function createSums<Key extends object>() {
  const sums = new Map<string, { readonly key: Key; readonly counters: Partial<Record<Counter, number>> }>();
  return {
    add(key: Key, counters: readonly Counter[]): void {
      const name = JSON.stringify(Object.values(key));
      const sum = sums.get(name) ?? { key, counters: {} };
      for (const counter of counters) sum.counters[counter] = (sum.counters[counter] ?? 0) + 1;
      sums.set(name, sum);
    },
    all: (): Increments<Key>[] => [...sums.values()],
  };
}

const hourMs = 3_600_000;

function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs);
}
