import type { Category, Notification } from '@rolecall/contract';
import type {
  PredecessorAnalytics,
  PredecessorListQuery,
  PredecessorNotification,
  PredecessorPreferences,
  PredecessorPreferencesUpdate,
  PredecessorSettings,
  PredecessorSettingsUpdate,
} from '@rolecall/contract/predecessors';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Deliveries } from '../deliveries/index.ts';
import type { Inbox } from '../notifications/index.ts';
import type { Person, Preferences, TestMessages } from '../preferences/index.ts';
import {
  fromPredecessorPreferences,
  fromPredecessorSettings,
  toPredecessorPreferences,
  toPredecessorSettings,
} from './settings.ts';

/** What the predecessors tell apart, by the categories that it is in. */
const categoriesOf: Readonly<Record<PredecessorNotification['type'], readonly Category[]>> = {
  job_match: ['jobs'],
  application_update: ['applications', 'recruiting'],
  digest: ['digests'],
};
const types = new Map(
  (['job_match', 'application_update', 'digest'] as const).flatMap((type) =>
    categoriesOf[type].map((category) => [category, type] as const),
  ),
);

/** What a notification may tell of a job and how well it fits. */
const aboutSchema = z.object({
  job_id: z.string().optional(),
  score: z.number().optional(),
  match_score: z.number().optional(),
  jobs: z.array(z.object({ job_id: z.string(), score: z.number().optional() })).optional(),
});

/** The engine as programs of the systems before this one know it. docs/predecessors.md says what stands for what. */
export interface Predecessors {
  list(
    tx: Tx,
    userId: string,
    query: PredecessorListQuery,
  ): Promise<{ total: number; unread: number; notifications: PredecessorNotification[] }>;
  /** @throws {ApplicationError} `not_found` */
  markRead(tx: Tx, userId: string, id: string): Promise<{ success: true; unread: number }>;
  /** @throws {ApplicationError} `not_found` */
  delete(tx: Tx, userId: string, id: string): Promise<void>;
  readSettings(tx: Tx, person: Person): Promise<PredecessorSettings>;
  updateSettings(tx: Tx, person: Person, wanted: PredecessorSettingsUpdate): Promise<PredecessorSettings>;
  /** @throws {ApplicationError} `rate_limited`, `address_unverified` */
  sendTest(tx: Tx, userId: string): Promise<{ success: true; notification_id: string }>;
  readPreferences(tx: Tx, person: Person): Promise<PredecessorPreferences>;
  updatePreferences(
    tx: Tx,
    person: Person,
    wanted: PredecessorPreferencesUpdate,
  ): Promise<PredecessorPreferences>;
  analytics(tx: Tx, person: Person): Promise<PredecessorAnalytics>;
}

export function createPredecessors(dependencies: {
  readonly inbox: Inbox;
  readonly deliveries: Pick<Deliveries, 'mailed'>;
  readonly preferences: Preferences;
  readonly testMessages: TestMessages;
}): Predecessors {
  const { inbox, deliveries, preferences, testMessages } = dependencies;

  return {
    async list(tx, userId, { unread = false, type, limit, offset }) {
      const categories = type === undefined ? [...types.keys()] : categoriesOf[type];
      const page = await inbox.pageAt(tx, userId, { categories, unread, limit, offset });
      const mailed = await deliveries.mailed(
        tx,
        page.items.map(({ id }) => id),
      );
      return {
        total: page.total,
        unread: page.unread,
        notifications: page.items.map((item) => toTheirs(item, mailed.has(item.id))),
      };
    },

    async markRead(tx, userId, id) {
      const { unread } = await inbox.mark(tx, userId, id, true);
      return { success: true, unread };
    },

    async delete(tx, userId, id) {
      const { changed } = await inbox.change(tx, userId, { change: 'delete', ids: [id] });
      if (changed.length === 0) throw new ApplicationError('not_found');
    },

    readSettings: async (tx, person) => toPredecessorSettings(await preferences.read(tx, person)),

    async updateSettings(tx, person, wanted) {
      const update = fromPredecessorSettings(await preferences.read(tx, person), wanted);
      return toPredecessorSettings(await preferences.update(tx, person, update));
    },

    sendTest: async (tx, userId) => ({
      success: true,
      notification_id: await testMessages.send(tx, userId, 'email'),
    }),

    readPreferences: async (tx, person) => toPredecessorPreferences(await preferences.read(tx, person)),

    async updatePreferences(tx, person, wanted) {
      const update = fromPredecessorPreferences(await preferences.read(tx, person), wanted);
      return toPredecessorPreferences(await preferences.update(tx, person, update));
    },

    async analytics(tx, person) {
      const kinds = await inbox.kindNumbers(tx, person.userId);
      const total = kinds.reduce((sum, kind) => sum + kind.total, 0);
      const read = kinds.reduce((sum, kind) => sum + kind.read, 0);
      const { categories } = await preferences.read(tx, person);
      const active = categories.flatMap(({ channels, frequency }) =>
        channels.flatMap(({ channel, enabled }) =>
          enabled && (channel === 'inbox' || frequency !== 'off') ? [channel] : [],
        ),
      );
      return {
        total_notifications: total,
        overall_read_rate: percent(read, total),
        read_rates_by_type: Object.fromEntries(
          kinds.map((kind) => [kind.kind, percent(kind.read, kind.total)]),
        ),
        active_channels: [...new Set(active)],
      };
    },
  };
}

/** To one decimal. */
const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10;

function toTheirs(
  { id, category, title, message, data, read_at, created_at }: Notification,
  isMailed: boolean,
): PredecessorNotification {
  const about = aboutSchema.safeParse(data);
  const { job_id, score, match_score, jobs = [] } = about.success ? about.data : {};
  const found = match_score ?? score ?? jobs[0]?.score;
  return {
    id,
    type: types.get(category) ?? 'digest',
    title,
    message,
    job_id: job_id ?? jobs[0]?.job_id ?? null,
    match_score: found === undefined ? null : found / 100,
    email_sent: isMailed,
    is_read: read_at !== null,
    created_at,
  };
}
