import { z } from 'zod';
import type { Database } from '../db/index.ts';
import { InvalidCursorError } from './errors.ts';

/** The queue that collects what exhausted its retries. */
export const deadLetterQueue = 'dead-letter';

/** A task that exhausted its retries, or was rejected. */
export interface DeadLetter {
  /** What {@link Queue.redrive} takes; not the id that the task had before. */
  readonly id: string;
  readonly task: string;
  readonly payload: unknown;
  /** Why it failed the last time. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

export interface DeadLetterPage {
  /** The latest first. */
  readonly items: readonly DeadLetter[];
  /** Gives the next page; absent on the last one. */
  readonly cursor?: string;
}

const rowSchema = z.object({
  id: z.string(),
  task: z.string().nullable(),
  payload: z.unknown(),
  output: z.object({ message: z.string() }).nullable().catch(null),
  retries: z.number().nullable(),
  failed_at: z.date(),
  position: z.string(),
});

const cursorSchema = z.tuple([z.string().regex(/^[-\d :.+]+$/), z.uuid()]);

/** Reads a page of dead letters, by keyset, so that the list may change between two pages. */
export async function readDeadLetters(
  database: Database,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<DeadLetterPage> {
  const after = options.cursor === undefined ? [null, null] : parseCursor(options.cursor);
  const { rows } = await database.executeSql(
    `select id, source_name as task, data as payload, source_output as output, source_retry_count as retries,
            created_on as failed_at, created_on::text as position
       from pgboss.job
      where name = $1 and state = 'created'
        and ($2::timestamptz is null or (created_on, id) < ($2::timestamptz, $3::uuid))
      order by created_on desc, id desc
      limit $4::int`,
    [deadLetterQueue, ...after, options.limit + 1],
  );
  const found = rows.map((row) => rowSchema.parse(row));
  const page = found.slice(0, options.limit);
  const items = page.map((row) => ({
    id: row.id,
    task: row.task ?? '',
    payload: row.payload,
    reason: row.output?.message ?? 'unknown',
    attempts: (row.retries ?? 0) + 1,
    failedAt: row.failed_at,
  }));
  const last = page.at(-1);
  return last && found.length > page.length ? { items, cursor: `${last.position}/${last.id}` } : { items };
}

function parseCursor(cursor: string): readonly [string, string] {
  const parsed = cursorSchema.safeParse(cursor.split('/'));
  if (!parsed.success) throw new InvalidCursorError();
  return parsed.data;
}
