import type { BroadcastInput, Locale, Role } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { countAudience, listAudience, sampleAudience } from '../../features/identity/audiences/index.ts';
import {
  type Audiences,
  createBroadcastRunner,
  createBroadcasts,
  createPreviews,
  createSteps,
} from '../../features/messaging/broadcasts/index.ts';
import { createComposer } from '../../features/messaging/channels/email/index.ts';
import type { Notifications } from '../../features/messaging/notifications/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { FakeClock } from '../clock.ts';
import { createTestNotifications } from '../notifications.ts';
import { storedRecipients } from './people.ts';
import { createShippedTexts } from './texts.ts';

/** Makes so many people with profiles and returns their ids in order. */
export async function createAudience(
  database: Database,
  count: number,
  options: { readonly role?: Role; readonly locale?: Locale; readonly signedUp?: Date } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7()).toSorted();
  const { role = 'job_seeker', locale = 'en', signedUp = new Date('2026-01-01T00:00:00Z') } = options;
  await sql`
    insert into users (id, name, email, email_verified, role, created_at)
    select id, 'Person ' || right(id::text, 6), id || '@example.org', true, ${role}, ${signedUp}
    from unnest(${ids}::uuid[]) as given (id)`.execute(database.query);
  await sql`
    insert into profiles (user_id, locale) select id, ${locale} from unnest(${ids}::uuid[]) as given (id)`.execute(
    database.query,
  );
  return ids;
}

/** Something to tell everybody, so that tests name only what they are about. */
export const announcement = (overrides: Partial<BroadcastInput> = {}): BroadcastInput => ({
  kind: 'feature_announcement',
  content: { en: { title: 'Saved searches', message: 'Searches can be saved now.', action: null } },
  starts_at: null,
  ends_at: null,
  audience: { to: 'everybody' },
  ...overrides,
});

const storedAudiences: Audiences = {
  count: countAudience,
  list: listAudience,
  sample: sampleAudience,
};

export interface TestBroadcastOptions {
  readonly batchSize?: number;
  /** Stands in for the real ones, for example to fail half-way. */
  readonly notifyMany?: (real: Notifications['notifyMany']) => Notifications['notifyMany'];
}

/** Broadcasts as one process has them, without a queue: what would be queued is noted. */
export function createTestBroadcasts(
  database: Database,
  clock: FakeClock,
  options: TestBroadcastOptions = {},
) {
  const { batchSize = 10, notifyMany = (real) => real } = options;
  const notifications = createTestNotifications(database, clock);
  const queued: { readonly id: string; readonly at: Date | null }[] = [];
  const told: { readonly status: string; readonly processed: number }[] = [];
  const work = {
    run: async (_tx: unknown, id: string) => void queued.push({ id, at: null }),
    runAt: async (_tx: unknown, id: string, at: Date) => void queued.push({ id, at }),
  };
  const live = {
    moved: ({ status, processed }: { status: string; processed: number }) =>
      void told.push({ status, processed }),
  };
  const steps = createSteps({ database, clock, audiences: storedAudiences, work, live });
  const texts = createShippedTexts();
  const composer = createComposer('https://rolecall.example', texts, 'mail@rolecall.example');
  const aside: (readonly [batch: string, row: Readonly<Record<string, string>>])[] = [];
  let people = 0;
  return {
    queued,
    told,
    /** Rows that were set aside. */
    aside,
    /** How many people the runner has counted. */
    people: () => people,
    previews: createPreviews({
      recipients: storedRecipients,
      texts,
      mails: {
        compose: (message, recipient) =>
          composer.compose(
            { ...message, recipient, createdAt: clock.now() },
            'https://rolecall.example/settings/notifications',
          ),
      },
    }),
    broadcasts: createBroadcasts({
      clock,
      recipients: storedRecipients,
      accounts: {
        findViewer: async (tx, email) => {
          const row = await tx
            .selectFrom('users')
            .select(['id', 'role'])
            .where('email', '=', email)
            .executeTakeFirst();
          return row && { userId: row.id, role: row.role };
        },
      },
      audiences: storedAudiences,
      notifications,
      steps,
      work,
    }),
    runner: createBroadcastRunner({
      database,
      clock,
      logger: pino({ level: 'silent' }),
      setAside: (batch, row) => void aside.push([batch, row]),
      audiences: storedAudiences,
      notifications: { notifyMany: notifyMany(notifications.notifyMany) },
      steps,
      live,
      onPeople: (count) => {
        people += count;
      },
      batchSize,
    }),
  };
}
