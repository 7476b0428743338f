import type { Audience, SegmentFilters } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestIdentity } from '../../../testing/identity.ts';
import { countAudience, listAudience, sampleAudience } from './index.ts';

describeEachDatabase('audiences', (open) => {
  let database: Database;
  let names: ReadonlyMap<string, string>;
  const now = new Date('2026-09-01T12:00:00Z');

  beforeAll(async () => {
    database = await open();
    const { createUser, profiles } = createTestIdentity(database);
    const ada = await createUser();
    const bob = await createUser();
    const cara = await createUser('recruiter');
    const olga = await createUser('operator');
    names = new Map([
      [ada, 'ada'],
      [bob, 'bob'],
      [cara, 'cara'],
      [olga, 'olga'],
    ]);
    await database.transaction(async (tx) => {
      await profiles.update(tx, ada, {
        skills: ['TypeScript', '100% remote_work'],
        wanted_titles: ['Senior Software Engineer'],
        places: ['Hamburg, Germany'],
        remote: 'remote_only',
        locale: 'de',
        time_zone: 'Europe/Berlin',
      });
      await profiles.update(tx, bob, { skills: ['Type'], wanted_titles: ['Cook'], locale: 'fr' });
    });
    await sql`update users set email_verified = false, created_at = '2026-03-01' where id = ${bob}`.execute(
      database.query,
    );
    for (const [id, refreshed] of [
      [ada, '2026-08-30'],
      [bob, '2026-02-01'],
    ] as const) {
      await sql`insert into sessions (id, user_id, token_hash, created_at, refreshed_at, expires_at)
        values (gen_random_uuid(), ${id}, sha256(${id}::text::bytea), ${refreshed}, ${refreshed}, '2027-01-01')`.execute(
        database.query,
      );
    }
  });

  const everybody: Audience = { to: 'everybody' };
  const nameOf = ({ user_id }: { user_id: string }) => names.get(user_id) ?? user_id;
  const page = { signedUpBy: now, after: null, limit: 100 };

  /** Who is in it, by every way to ask. */
  async function membersOf(audience: Audience): Promise<string[]> {
    const listed = (await listAudience(database.query, audience, page)).map(nameOf).toSorted();
    const sampled = (await sampleAudience(database.query, audience, 100)).map(nameOf).toSorted();
    expect(sampled).toEqual(listed);
    expect(await countAudience(database.query, audience)).toBe(listed.length);
    return listed;
  }

  test('are everybody, or a role', async () => {
    expect(await membersOf(everybody)).toEqual(['ada', 'bob', 'cara', 'olga']);
    expect(await membersOf({ to: 'role', role: 'job_seeker' })).toEqual(['ada', 'bob']);
  });

  test.each<[SegmentFilters, string[]]>([
    [{ roles: ['recruiter', 'operator'] }, ['cara', 'olga']],
    [{ skills: ['typescript', 'Go'] }, ['ada']],
    [{ skills: ['type'] }, ['bob']],
    [{ skills: ['100% remote_work'] }, ['ada']],
    [{ wanted_titles: ['ENGINEER'] }, ['ada']],
    [{ wanted_titles: ['cook', 'engineer'] }, ['ada', 'bob']],
    [{ wanted_titles: ['%'] }, []],
    [{ places: ['hamburg'] }, ['ada']],
    [{ remote: ['remote_only'] }, ['ada']],
    [{ remote: ['any'], roles: ['job_seeker'] }, ['bob']],
    [{ locales: ['de', 'fr'] }, ['ada', 'bob']],
    [{ time_zones: ['Europe/Berlin'] }, ['ada']],
    [{ email_verified: false }, ['bob']],
    [{ email_verified: true, roles: ['job_seeker'] }, ['ada']],
    [{ signed_up_before: '2026-04-01T00:00:00.000Z' }, ['bob']],
    [{ signed_up_from: '2026-04-01T00:00:00.000Z' }, ['ada', 'cara', 'olga']],
    [{ active_since: '2026-08-01T00:00:00.000Z' }, ['ada']],
    [{ inactive_since: '2026-08-01T00:00:00.000Z' }, ['bob', 'cara', 'olga']],
    [{ skills: ['TypeScript'], places: ['Munich'] }, []],
    [{}, []],
  ])('of the segment %o are %o', async (filters, members) => {
    expect(await membersOf({ to: 'segment', filters })).toEqual(members);
  });

  test('are read in pages by id, each once, without those who signed up later', async () => {
    const read: string[] = [];
    for (let after: string | null = null; ; ) {
      const members = await listAudience(database.query, everybody, { ...page, after, limit: 3 });
      read.push(...members.map(({ user_id }) => user_id));
      after = members.at(-1)?.user_id ?? null;
      if (members.length < 3) break;
    }
    expect(read).toEqual([...names.keys()].toSorted());
    const early = await listAudience(database.query, everybody, {
      ...page,
      signedUpBy: new Date('2026-03-02'),
    });
    expect(early.map(nameOf)).toEqual(['bob']);
  });
});
