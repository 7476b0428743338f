import type {
  Category,
  DeliveryChannel,
  DigestFrequency,
  DigestPreview,
  NotificationSettings,
  PastDigest,
} from '@rolecall/contract';
import { categories } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { findCollected, findDeliveriesOf, type PayloadRefreshes } from '../deliveries/index.ts';
import { findNotifications } from '../notifications/index.ts';
import { quietUntil, type Reasons, windowEnd } from '../routing/index.ts';
import type { Texts } from '../texts/index.ts';
import { type Closing, type ClosingDependencies, closeDue, peopleOf } from './closing.ts';
import { composeDigest } from './compose.ts';
import { type DigestRow, findNextClosing, findOpenOf, findPast } from './digests.store.ts';
import { tellOverflows } from './overflows.ts';
import { countUnnamed, takeApart } from './parts.ts';
import { frame } from './payloads.ts';
import { createDigestRefresh } from './refresh.ts';
import { findLeaving } from './second-look.ts';
import { toItem, toPastDigest } from './views.ts';

const cursors = createCursors({ closesAt: momentField, id: idField });

export interface DigestsDependencies extends ClosingDependencies {
  readonly texts: Texts;
  readonly reasons: Reasons;
}

/** What people get instead of many messages: what was collected for them, chosen and told in one. docs/digests.md. */
export interface Digests {
  /** Closes windows whose time has come, at most so many, and sends what they have collected. */
  closeDue(limit: number): Promise<Closing>;
  /** Tells people in the inbox how much a cap has kept out of it, once a day. @returns how many people */
  tellOverflows(): Promise<number>;
  /** When the next of all open windows ends that end after this moment; null: there is none. */
  nextClosing(tx: Tx, after: Date): Promise<Date | null>;
  /** What a digest of this person's would tell now. Nothing changes by looking. */
  preview(
    tx: Tx,
    userId: string,
    which: { readonly frequency: DigestFrequency; readonly channel: DeliveryChannel },
  ): Promise<DigestPreview>;
  /** A person's digests that are over, the latest first. @throws {ApplicationError} `invalid_cursor` */
  list(
    tx: Tx,
    userId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: PastDigest[]; next_cursor: string | null }>;
  /** For the delivery worker: digests are looked at again before they are sent. */
  readonly refreshes: PayloadRefreshes;
}

/** What was left out is shown as far as anybody reads it. */
const mostLeftOut = 20;

export function createDigests(dependencies: DigestsDependencies): Digests {
  const { clock, recipients, texts, reasons } = dependencies;
  const refresh = createDigestRefresh(dependencies);
  return {
    refreshes: { digest_hourly: refresh, digest_daily: refresh, digest_weekly: refresh },

    closeDue: (limit) => closeDue(dependencies, limit),

    tellOverflows: () => tellOverflows(dependencies),

    nextClosing: findNextClosing,

    async preview(tx, userId, { frequency, channel }) {
      const now = clock.now();
      const people = await peopleOf(tx, [userId], dependencies);
      const recipient = people.recipients.get(userId);
      if (recipient === undefined) throw new ApplicationError('not_found');
      const settings = people.settings.of(userId);
      const open = await findOpenOf(tx, userId, channel, frequency);
      const window: DigestRow = open ?? {
        id: uuidv7(),
        user_id: userId,
        channel,
        frequency,
        opened_at: now,
        closes_at: windowEnd(frequency, settings.digest, recipient.time_zone, now),
      };
      const collected = takeApart(open === undefined ? [] : await findCollected(tx, [open.id], 'waiting'));
      const leaving = await findLeaving(tx, collected, people, now, dependencies);
      const staying = collected.filter(({ id }) => !leaving.has(id));
      const composition = composeDigest(staying);
      const more = composition.more.length + countUnnamed(staying);
      const [framed] = await frame(tx, [{ window, recipient, composition, more }], now, dependencies.facts);
      if (framed === undefined) throw new Error('a digest was not framed');
      const item = (one: (typeof collected)[number]) =>
        toItem(texts, { ...one, id: one.whole.notification_id, payload: { ...one.payload } }, recipient);
      const leftOut = [
        ...collected.flatMap((one) => {
          const reason = leaving.get(one.id);
          return reason === undefined ? [] : [{ one, reason }];
        }),
        ...composition.repeated.map((one) => ({ one, reason: 'same_vacancy' as const })),
      ];
      return {
        frequency,
        channel,
        open: open !== undefined,
        closes_at: window.closes_at.toISOString(),
        goes_out_at: goesOutAt(window.closes_at, settings, recipient.time_zone).toISOString(),
        categories: categoriesAt(frequency, settings),
        from: framed.from,
        entries: composition.entries.map(item),
        more,
        changes: framed.changes ?? [],
        activity: framed.activity,
        left_out: leftOut.slice(0, mostLeftOut).map(({ one, reason }) => ({
          item: item(one),
          reason,
          explanation: reasons.explain(reason, channel, {
            locale: recipient.locale,
            timeZone: recipient.time_zone,
            dueAt: now,
            at: now,
          }),
        })),
      };
    },

    async list(tx, userId, { limit, cursor }) {
      const rows = await findPast(tx, userId, cursors.read(cursor), limit + 1);
      const ids = rows.flatMap(({ notification_id: id }) => (id === null ? [] : [id]));
      const notifications = await findNotifications(tx, ids);
      const deliveries = await findDeliveriesOf(tx, ids);
      const [reader] = await recipients.findRecipients(tx, [userId]);
      const context = {
        locale: reader?.locale ?? 'en',
        timeZone: reader?.time_zone ?? 'UTC',
        at: clock.now(),
      } as const;
      return cursors.page(
        rows,
        limit,
        (row) =>
          toPastDigest(
            dependencies,
            {
              row,
              payload: notifications.get(row.notification_id ?? '')?.payload,
              delivery: deliveries.find(
                (one) => one.notification_id === row.notification_id && one.channel === row.channel,
              ),
            },
            context,
          ),
        (row) => ({ closesAt: row.closes_at, id: row.id }),
      );
    },
  };
}

/** When a window that ends at this moment is sent, as far as settings tell. */
function goesOutAt(
  closesAt: Date,
  { snoozed_until, quiet_hours }: NotificationSettings,
  timeZone: string,
): Date {
  const pause = snoozed_until === null ? closesAt : new Date(snoozed_until);
  const awake = pause > closesAt ? pause : closesAt;
  return quietUntil(quiet_hours, timeZone, awake) ?? awake;
}

function categoriesAt(frequency: DigestFrequency, settings: NotificationSettings): Category[] {
  return categories.filter((category) => settings.categories[category]?.frequency === frequency);
}
