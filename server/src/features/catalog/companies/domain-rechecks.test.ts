import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { emptyAuditLog } from '../../../testing/audit.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestCompanies } from '../../../testing/companies.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPerson } from '../../../testing/notifications.ts';
import { createProfiles } from '../../identity/profiles/index.ts';

describeEachDatabase('a record that has proven a domain', (open) => {
  const clock = new FakeClock();
  const record = 'rolecall-challenge=abc';
  let database: Database;
  let house: ReturnType<typeof createTestCompanies>;
  let records: readonly string[] | null;
  let companyId: string;
  const profiles = createProfiles({ clock });
  const names = new Map<string, string>();

  beforeAll(async () => {
    database = await open();
    house = createTestCompanies(database, clock, async (name) => {
      if (records === null) throw new Error('no server answers');
      return name === '_rolecall-challenge.acme.example' ? records : [];
    });
  });
  beforeEach(async () => {
    await sql`truncate companies, users, notifications, deliveries cascade`.execute(database.query);
    await emptyAuditLog(database);
    records = [record];
    const recruiter = await createPerson(database, { role: 'recruiter' });
    const operator = await createPerson(database, { role: 'operator' });
    await sql`update users set created_at = ${clock.now()}`.execute(database.query);
    names.set(recruiter, 'recruiter').set(operator, 'operator');
    companyId = await database.transaction(async (tx) => {
      await profiles.create(tx, operator, { timeZone: 'UTC', locale: 'en' });
      const { id } = await house.companies.createRecruiterCompany(tx, recruiter, 'Acme');
      await house.companies.confirm(tx, id, { by: 'dns', domain: 'acme.example', record });
      return id;
    });
  });

  const day = 86_400_000;
  const inDays = async (days: number) => {
    clock.advance(days * day);
    return house.domainRechecks.run();
  };
  const trust = async () => (await house.companies.readStanding(database.query, companyId)).trust;
  const told = async () => {
    const rows = await database.query
      .selectFrom('notifications')
      .select(['user_id', 'kind', 'payload'])
      .orderBy('created_at')
      .orderBy('kind')
      .execute();
    return rows.map(({ user_id, kind, payload }) =>
      [names.get(user_id), kind, payload['decision'] ?? payload['title']].join(': '),
    );
  };

  test('is looked for once a day, and nothing follows while it is there or nobody can tell', async () => {
    expect(await inDays(0.5)).toBe(0);
    expect(await inDays(0.5)).toBe(1);
    expect(await inDays(0)).toBe(0);
    records = null;
    for (let days = 0; days < 30; days += 1) await inDays(1);
    expect([await trust(), await told()]).toEqual(['verified', []]);
  });

  test('may be gone for two weeks, of which recruiters and operators are told', async () => {
    records = ['v=spf1 -all'];
    await inDays(1);
    await inDays(13);
    expect(await trust()).toBe('verified');
    const missing = [
      'recruiter: company_decision: record_missing',
      'operator: service_message: The DNS record of a company is gone',
    ];
    expect(await told()).toEqual(missing);
    await inDays(1);
    await inDays(1);
    expect(await trust()).toBe('unverified');
    expect(await told()).toEqual([
      ...missing,
      'recruiter: company_decision: lapsed',
      'operator: service_message: A company is not verified any more',
    ]);
    expect((await house.audit.list(database.query, { limit: 5, subject_id: companyId })).items).toMatchObject(
      [{ action: 'company_withdrawn', actor: { type: 'system' }, before: { domain: 'acme.example' } }],
    );
  });

  test('begins anew when it has come back', async () => {
    records = [];
    await inDays(1);
    records = [record];
    await inDays(10);
    records = [];
    await inDays(10);
    expect([await trust(), (await told()).length]).toEqual(['verified', 4]);
  });
});
