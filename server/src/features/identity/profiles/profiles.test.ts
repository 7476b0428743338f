import {
  employmentTypes,
  emptyProfile,
  locales,
  type Profile,
  payPeriods,
  profileSchema,
  profileUpdateSchema,
  remotePreferences,
  seniorities,
} from '@rolecall/contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../platform/http/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity } from '../../../testing/identity.ts';
import { profileRoutes } from './profiles.routes.ts';

const line = (maximum: number) =>
  fc.string({ unit: 'grapheme', maxLength: maximum }).map((text) => text.trim());
const lines = (items: number, maximum = 80) =>
  fc.array(
    line(maximum).filter((text) => text.length > 0),
    { maxLength: Math.min(items, 6) },
  );

/** Anything that a person may send, after the schema has tidied it. */
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    headline: line(160),
    summary: fc.string({ unit: 'grapheme', maxLength: 400 }),
    skills: lines(60, 60),
    wanted_titles: lines(20),
    places: lines(20),
    remote: fc.constantFrom(...remotePreferences),
    pay_floor: fc.option(
      fc.record({
        amount: fc.integer({ min: 1, max: 1_000_000_000 }),
        currency: fc.constantFrom('EUR', 'USD', 'CHF'),
        period: fc.constantFrom(...payPeriods),
      }),
    ),
    employment_types: fc.uniqueArray(fc.constantFrom(...employmentTypes)),
    seniority: fc.option(fc.constantFrom(...seniorities)),
    excluded_companies: lines(100),
    excluded_words: lines(50, 60),
    minimum_match_score: fc.integer({ min: 0, max: 100 }),
    time_zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
    locale: fc.constantFrom(...locales),
  })
  .map((profile) => profileSchema.safeParse(profile).data)
  .filter((profile) => profile !== undefined);

describeEachDatabase('profiles', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  const read = (userId: string) => identity.profiles.read(database.query, userId);
  const update = (userId: string, changes: object) =>
    database.transaction((tx) => identity.profiles.update(tx, userId, profileUpdateSchema.parse(changes)));

  it('are empty at first', async () => {
    expect(await read(await identity.createUser())).toEqual(emptyProfile);
  });

  it('give back whatever was written', async () => {
    const userId = await identity.createUser();
    await fc.assert(
      fc.asyncProperty(profiles, async (profile) => {
        expect(await update(userId, profile)).toEqual(profile);
        expect(await read(userId)).toEqual(profile);
      }),
      { numRuns: 60 },
    );
  });

  it('keep every field that is left out', async () => {
    const userId = await identity.createUser();
    await fc.assert(
      fc.asyncProperty(
        profiles,
        profiles,
        fc.subarray(Object.keys(emptyProfile)),
        async (before, after, fields) => {
          await update(userId, before);
          const changes = Object.fromEntries(
            Object.entries(after).filter(([field]) => fields.includes(field)),
          );
          expect(await update(userId, changes)).toEqual({ ...before, ...changes });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can be changed in different fields at once', async () => {
    const userId = await identity.createUser();
    await Promise.all([
      update(userId, { headline: 'Engineer' }),
      update(userId, { skills: ['TypeScript'] }),
      update(userId, { pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' } }),
    ]);
    expect(await read(userId)).toEqual({
      ...emptyProfile,
      headline: 'Engineer',
      skills: ['TypeScript'],
      pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' },
    });
  });

  describe('tell others about a change', () => {
    it('and not about a request that changes nothing', async () => {
      const userId = await identity.createUser();
      await update(userId, {});
      expect(identity.profilesChanged).not.toContain(userId);
      await update(userId, { remote: 'remote_only' });
      expect(identity.profilesChanged).toContain(userId);
    });
  });

  it('that are not there can be neither read nor written', async () => {
    const nobody = crypto.randomUUID();
    await expect(read(nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(update(nobody, { headline: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of job seekers come in pages by id, each once', async () => {
    const own = await open();
    const { createUser, profiles: ownProfiles } = createTestIdentity(own);
    const seekers: string[] = [];
    for (const role of ['job_seeker', 'recruiter', 'job_seeker', 'operator', 'job_seeker'] as const) {
      const id = await createUser(role);
      if (role === 'job_seeker') seekers.push(id);
    }
    const first = await ownProfiles.listSeekers(own.query, { limit: 2 });
    const second = await ownProfiles.listSeekers(own.query, { after: first.at(-1)?.user_id, limit: 2 });
    expect([...first, ...second]).toEqual(seekers.sort().map((user_id) => ({ ...emptyProfile, user_id })));
    expect(second).toHaveLength(1);
    await expect(ownProfiles.listSeekers(own.query, { limit: 10_001 })).rejects.toThrow(RangeError);
  });

  describe('through the routes', () => {
    const call = async (id: 'readProfile' | 'updateProfile', viewer: Viewer, body?: unknown) => {
      const route = profileRoutes({ database, profiles: identity.profiles }).find(
        ({ endpoint }) => endpoint.id === id,
      );
      return route?.handle({
        params: undefined,
        query: undefined,
        body,
        viewer,
        file: null,
        context: {
          requestId: 'r',
          clientAddress: '192.0.2.1',
          userAgent: 'test',
          fromAllowedOrigin: true,
          cookies: {},
          idempotencyKey: null,
          setCookie: () => undefined,
          clearCookie: () => undefined,
        },
      });
    };

    it('are one’s own', async () => {
      const userId = await identity.createUser();
      const viewer: Viewer = { userId, role: 'job_seeker', sessionId: null };
      const changed = { ...emptyProfile, headline: 'Engineer', time_zone: 'Asia/Kathmandu' };
      expect(
        await call('updateProfile', viewer, { headline: ' Engineer ', time_zone: 'Asia/Kathmandu' }),
      ).toEqual(changed);
      expect(await call('readProfile', viewer)).toEqual(changed);
    });

    it.each([
      { time_zone: 'Mars/Olympus_Mons' },
      { locale: 'tlh' },
      { minimum_match_score: 101 },
      { headline: 'two\nlines' },
      { summary: 'NUL \u0000' },
    ])('refuse %j', async (body) => {
      const viewer: Viewer = { userId: await identity.createUser(), role: 'job_seeker', sessionId: null };
      await expect(call('updateProfile', viewer, body)).rejects.toMatchObject({ name: 'ZodError' });
      expect(await read(viewer.userId)).toEqual(emptyProfile);
    });
  });
});
