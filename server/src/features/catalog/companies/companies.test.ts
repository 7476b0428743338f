import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createCompanies, normalizeCompanyName } from './index.ts';

describe('the normalized name of a company', () => {
  it.each([
    ['Müller & Söhne GmbH & Co. KG', 'muller and sohne'],
    ['Apple Inc.', 'apple'],
    ["L'Oréal S.A.", 'loreal'],
    ['株式会社ガ', '株式会社ガ'],
    ['Uber Technologies, Inc.', 'uber technologies'],
    ['GmbH', 'gmbh'],
    ['!!!', '!!!'],
  ])('of %s is %s', (name, expected) => {
    expect(normalizeCompanyName(name)).toBe(expected);
  });

  it('stays as it is when it is normalized again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} .,&-]{1,40}$/u), (name) => {
        const once = normalizeCompanyName(name);
        expect(normalizeCompanyName(once)).toBe(once);
      }),
    );
  });
});

describeEachDatabase('companies', (open) => {
  const companies = createCompanies({ clock: new FakeClock() });

  async function addUser(database: Database): Promise<string> {
    const id = uuidv7();
    const now = new Date('2026-09-01T00:00:00Z');
    await database.query
      .insertInto('users')
      .values({
        id,
        name: 'Rita',
        email: `${id}@example.org`,
        email_verified: true,
        role: 'recruiter',
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  }

  it('is out of sight while all its recruiters are disabled', async () => {
    const database = await open();
    const userId = await addUser(database);
    const told: string[] = [];
    companies.standingChanged.on(async (_tx, id) => {
      told.push(id);
    });
    const { id } = await database.transaction((tx) =>
      companies.createRecruiterCompany(tx, userId, 'Out of Sight'),
    );
    const isHidden = async () =>
      (
        await database.query
          .selectFrom('company_standings')
          .select('hidden')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).hidden;
    const change = (disabled: { disabled_at: Date; disabled_reason: string } | null) =>
      database.transaction(async (tx) => {
        await tx
          .updateTable('users')
          .set(disabled ?? { disabled_at: null, disabled_reason: null })
          .where('id', '=', userId)
          .execute();
        await companies.recruiterChanged(tx, userId);
      });
    expect(await isHidden()).toBe(false);
    await change({ disabled_at: new Date('2026-09-01T00:00:00Z'), disabled_reason: 'Fraud' });
    expect(await isHidden()).toBe(true);
    await change(null);
    expect(await isHidden()).toBe(false);
    expect(told).toEqual([id, id]);
  });

  it('is unverified again when the address is left that its proof by mail rested on', async () => {
    const database = await open();
    const userId = await addUser(database);
    const { id } = await database.transaction(async (tx) => {
      const company = await companies.createRecruiterCompany(tx, userId, 'Moved Away');
      await companies.confirm(tx, company.id, { by: 'mail', domain: 'firm.example' });
      return company;
    });
    const move = async (from: string, to: string) => {
      await database.transaction((tx) => companies.recruiterMoved(tx, { userId, from, to }));
      const { trust } = await database.query
        .selectFrom('company_standings')
        .select('trust')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return trust;
    };
    expect(await move('rita@home.example', 'rita@firm.example')).toBe('verified');
    expect(await move('rita@firm.example', 'r@mail.firm.example')).toBe('verified');
    expect(await move('r@mail.firm.example', 'rita@home.example')).toBe('unverified');
  });

  it('gives a recruiter a company of her own, whatever a source calls the same', async () => {
    const database = await open();
    const userId = await addUser(database);
    const found = await database.transaction(async (tx) => {
      const bySource = await companies.ensureSourceCompanies(tx, ['Acme Inc.']);
      const own = await companies.createRecruiterCompany(tx, userId, 'ACME');
      return { bySource: bySource.get('acme'), own };
    });
    expect(found.bySource?.name).toBe('Acme Inc.');
    expect(found.own.id).not.toBe(found.bySource?.id);
    expect(await companies.companyOf(database.query, userId)).toEqual(found.own);
    expect(await companies.companyOf(database.query, uuidv7())).toBeNull();
  });

  it('adds the company of postings once under all its spellings', async () => {
    const database = await open();
    const first = await database.transaction((tx) =>
      companies.ensureSourceCompanies(tx, ['Acme GmbH', 'acme', 'Bolt']),
    );
    const second = await database.transaction((tx) => companies.ensureSourceCompanies(tx, ['ACME Ltd.']));
    expect([...first.keys()].sort()).toEqual(['acme', 'bolt']);
    expect(second.get('acme')).toEqual({ id: first.get('acme')?.id, name: 'Acme GmbH', hidden: false });
  });
});
