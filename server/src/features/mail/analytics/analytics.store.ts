import {
  type MailAnalyticsQuery,
  type MailCounter,
  type MailGrouping,
  type MailGroupsExportQuery,
  mailCounters,
} from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { deliveryTimeCounters } from './delivery-times.ts';
import type { DomainKey, Increments, MailKey } from './tally.ts';

const counters = [...mailCounters, ...deliveryTimeCounters];

interface Table {
  readonly name: 'mail_counts' | 'mail_domain_counts';
  /** Its key, with the types of its columns. */
  readonly key: Readonly<Record<string, string>>;
}

const byMail: Table = {
  name: 'mail_counts',
  key: {
    hour: 'timestamptz',
    kind: 'text',
    locale: 'text',
    template_version: 'integer',
    provider: 'text',
  },
};
const byDomain: Table = {
  name: 'mail_domain_counts',
  key: { hour: 'timestamptz', domain: 'text', provider: 'text' },
};

/** Adds to the counters by mail, in the order of the keys, so that two transactions never deadlock. */
export const addToMails = (tx: Tx, increments: readonly Increments<MailKey>[]) => add(tx, byMail, increments);

/** Adds to the counters by domain, always after those by mail. */
export const addToDomains = (tx: Tx, increments: readonly Increments<DomainKey>[]) =>
  add(tx, byDomain, increments);

async function add(tx: Tx, { name, key }: Table, increments: readonly Increments<object>[]): Promise<void> {
  if (increments.length === 0) return;
  const keys = Object.keys(key);
  const used = counters.filter((counter) => increments.some((one) => Object.hasOwn(one.counters, counter)));
  const rows = increments.map((one) => ({ ...one.key, ...one.counters }));
  const types = [...Object.entries(key), ...used.map((counter) => [counter, 'integer'] as const)];
  await sql`
    insert into ${sql.table(name)} (${sql.join([...keys, ...used].map((column) => sql.ref(column)))})
    select ${sql.join([
      ...keys.map((column) => sql.ref(column)),
      ...used.map((counter) => sql`coalesce(${sql.ref(counter)}, 0)`),
    ])}
    from json_to_recordset(${JSON.stringify(rows)}::json) as added (
      ${sql.join(types.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`))}
    )
    order by ${sql.join(keys.map((column) => sql.ref(column)))}
    on conflict (${sql.join(keys.map((column) => sql.ref(column)))}) do update set ${sql.join(
      used.map(
        (counter) =>
          sql`${sql.ref(counter)} = ${sql.ref(`${name}.${counter}`)} + ${sql.ref(`excluded.${counter}`)}`,
      ),
    )}`.execute(tx);
}

/** Sums of rows, including the buckets of the histogram. */
export type Sums = Readonly<Record<MailCounter | (typeof deliveryTimeCounters)[number], number>>;

const sums = sql.join(
  counters.map((counter) => sql`coalesce(sum(${sql.ref(counter)}), 0)::bigint as ${sql.ref(counter)}`),
);

type Filters = Pick<
  MailAnalyticsQuery,
  'from' | 'to' | 'kind' | 'locale' | 'template_version' | 'provider' | 'domain'
>;

function conditions({ from, to, kind, locale, template_version, provider, domain }: Filters) {
  const equal = { kind, locale, template_version, provider, domain };
  return sql.join(
    [
      sql`hour >= date_trunc('hour', ${from}::timestamptz) and hour < ${to}::timestamptz`,
      ...Object.entries(equal).flatMap(([column, value]) =>
        value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`],
      ),
    ],
    sql` and `,
  );
}

const tableFor = (needsDomain: boolean) => sql.table((needsDomain ? byDomain : byMail).name);

export async function sumAll(tx: Tx, query: Filters): Promise<Sums | undefined> {
  const { rows } = await sql<Sums>`
    select ${sums} from ${tableFor(query.domain !== undefined)} where ${conditions(query)}`.execute(tx);
  return rows[0];
}

/** By hours, or by days of a zone, the oldest first, including those without events. */
export async function sumByTime(tx: Tx, query: MailAnalyticsQuery): Promise<(Sums & { start: Date })[]> {
  // Hours are those of UTC, since an hour of the day comes twice when clocks change.
  const zone = query.interval === 'hour' ? 'UTC' : query.time_zone;
  const local = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${zone}::text)`;
  const { rows } = await sql<Sums & { start: Date }>`
    select first at time zone ${zone}::text as start, ${sums}
    from generate_series(
      date_trunc(${query.interval}::text, ${local(sql`${query.from}::timestamptz`)}),
      ${local(sql`${query.to}::timestamptz`)} - interval '1 microsecond',
      ('1 ' || ${query.interval}::text)::interval
    ) as listed (first)
    left join ${tableFor(query.domain !== undefined)}
      on date_trunc(${query.interval}::text, ${local(sql`hour`)}) = first and ${conditions(query)}
    group by first order by first`.execute(tx);
  return rows;
}

const groupColumns = {
  template: ['kind', 'locale', 'template_version'],
  kind: ['kind'],
  provider: ['provider'],
  domain: ['domain'],
} as const satisfies Record<MailGrouping, readonly string[]>;

interface GroupNames {
  readonly kind?: string;
  readonly locale?: string;
  readonly template_version?: number;
  readonly provider?: string;
  readonly domain?: string;
}

/** A row of a table, which is sorted by a figure. */
export type Group = Sums & GroupNames & { readonly position: string };

/** @param after the figure and position of the last row that was read; null: from the top */
export async function sumByGroup(
  tx: Tx,
  query: MailGroupsExportQuery,
  after: { readonly figure: number; readonly position: string } | null,
  limit: number,
): Promise<Group[]> {
  const columns: RawBuilder<unknown>[] = groupColumns[query.group_by].map((column) => sql.ref(column));
  const needsDomain = query.group_by === 'domain' || query.domain !== undefined;
  const { rows } = await sql<Group>`
    select * from (
      select ${sql.join(columns)}, jsonb_build_array(${sql.join(columns)})::text as position, ${sums}
      from ${tableFor(needsDomain)}
      where ${conditions(query)} group by ${sql.join(columns)}
    ) as ranked
    where ${
      after === null
        ? sql`true`
        : sql`(-${sql.ref(query.sort)}, position) > (${-after.figure}::bigint, ${after.position}::text)`
    }
    order by -${sql.ref(query.sort)}, position limit ${limit}`.execute(tx);
  return rows;
}

/** Deletes counters of hours before a moment, at most `limit` of each table. @returns whether there may be more */
export async function deleteCountsBefore(tx: Tx, before: Date, limit: number): Promise<boolean> {
  let more = false;
  for (const { name } of [byMail, byDomain]) {
    const table = sql.table(name);
    const { rows } = await sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where hour < ${before} order by hour limit ${limit}
      )) returning 1`.execute(tx);
    more ||= rows.length === limit;
  }
  return more;
}
