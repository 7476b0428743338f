import type { Audience, Locale, Role, SegmentFilters } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A person of an audience. */
export interface AudienceMember {
  readonly user_id: string;
  readonly locale: Locale;
}

/** A person of an audience, as an operator sees them. */
export interface AudienceSample extends AudienceMember {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly time_zone: string;
}

/** Which part of an audience to read. */
export interface AudiencePage {
  /** People who signed up later are not in it. */
  readonly signedUpBy: Date;
  /** The last one of the page before; null: from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

/** How many people an audience has now. */
export async function countAudience(tx: Tx, audience: Audience): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from people join profile_facts as profiles on profiles.user_id = people.id
    where ${conditions(audience)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The people of an audience in the order of their ids, page by page. */
export async function listAudience(
  tx: Tx,
  audience: Audience,
  { signedUpBy, after, limit }: AudiencePage,
): Promise<AudienceMember[]> {
  const { rows } = await sql<AudienceMember>`
    select people.id as user_id, profiles.locale
    from people join profile_facts as profiles on profiles.user_id = people.id
    where ${conditions(audience)} and people.created_at <= ${signedUpBy}
      ${after === null ? sql`` : sql`and people.id > ${after}::uuid`}
    order by people.id limit ${limit}`.execute(tx);
  return rows;
}

/** Some of an audience, those who signed up last first. */
export async function sampleAudience(tx: Tx, audience: Audience, limit: number): Promise<AudienceSample[]> {
  const { rows } = await sql<AudienceSample>`
    select people.id as user_id, people.name, people.email, people.role, profiles.locale, profiles.time_zone
    from people join profile_facts as profiles on profiles.user_id = people.id
    where ${conditions(audience)}
    order by people.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Whose account is disabled is in no audience. */
function conditions(audience: Audience): RawBuilder<boolean> {
  const canRead = sql<boolean>`people.disabled_at is null`;
  if (audience.to === 'everybody') return canRead;
  if (audience.to === 'role') return sql`${canRead} and people.role = ${audience.role}`;
  return sql`${sql.join([canRead, ...filterConditions(audience.filters)], sql` and `)}`;
}

function filterConditions(filters: SegmentFilters): RawBuilder<boolean>[] {
  const when = <Value>(
    value: Value | undefined,
    condition: (value: Value) => RawBuilder<boolean>,
  ): RawBuilder<boolean>[] => (value === undefined ? [] : [condition(value)]);
  const within = (column: RawBuilder<unknown>) => (values: readonly string[]) =>
    sql<boolean>`${column} = any(${values}::text[])`;
  return [
    // A segment without conditions is refused by the contract; should one be stored, it is nobody.
    ...(Object.values(filters).every((value) => value === undefined) ? [sql<boolean>`false`] : []),
    ...when(filters.roles, within(sql`people.role`)),
    ...when(filters.remote, within(sql`profiles.remote`)),
    ...when(filters.locales, within(sql`profiles.locale`)),
    ...when(filters.time_zones, within(sql`profiles.time_zone`)),
    ...when(filters.email_verified, (verified) => sql`people.email_verified = ${verified}`),
    ...when(filters.signed_up_from, (from) => sql`people.created_at >= ${from}::timestamptz`),
    ...when(filters.signed_up_before, (before) => sql`people.created_at < ${before}::timestamptz`),
    ...when(filters.active_since, (since) => activeSince(since)),
    ...when(filters.inactive_since, (since) => sql`not ${activeSince(since)}`),
    ...when(
      filters.skills,
      (skills) => sql`exists (
      select from unnest(profiles.skills) as own (name)
      join unnest(${skills}::text[]) as wanted (name) on lower(own.name) = lower(wanted.name))`,
    ),
    ...when(filters.wanted_titles, contains(sql`profiles.wanted_titles`)),
    ...when(filters.places, contains(sql`profiles.places`)),
  ];
}

/** Whether an entry of the list contains one of these texts. */
const contains = (column: RawBuilder<unknown>) => (texts: readonly string[]) =>
  sql<boolean>`exists (
    select from unnest(${column}) as own (name)
    join unnest(${texts}::text[]) as wanted (name) on position(lower(wanted.name) in lower(own.name)) > 0)`;

const activeSince = (since: string) =>
  sql<boolean>`exists (
    select from account_activity as activity
    where activity.user_id = people.id and activity.refreshed_at >= ${since}::timestamptz)`;
