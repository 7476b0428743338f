import { api } from '@rolecall/contract';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../testing/messaging/preferences.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { preferenceRoutes } from './preferences.routes.ts';

describeEachDatabase('preferences', (open) => {
  const preferences = createTestPreferences(new FakeClock());
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, preferenceRoutes({ database, preferences }));
  const jobSeeker = async () => ({ userId: await createPerson(database), role: 'job_seeker' }) as const;

  test('begin with the defaults of the kinds, for what the role can get', async () => {
    const { categories, ...rest } = await call(api.notifications.readPreferences, {
      viewer: await jobSeeker(),
    });
    expect(rest).toEqual({
      quiet_hours: null,
      caps: { per_day: null, channels: {} },
      digest: { at: '09:00', weekday: 'monday', window: 'fixed' },
      snoozed_until: null,
      escalate_after_minutes: null,
      minimum_match_score: 50,
      time_zone: 'UTC',
    });
    expect(categories.map(({ category }) => category)).not.toContain('recruiting');
    expect(categories.find(({ category }) => category === 'jobs')).toMatchObject({
      frequency: 'immediate',
      mandatory: false,
      channels: [
        { channel: 'inbox', enabled: true, mandatory: false },
        { channel: 'email', enabled: true, mandatory: false },
      ],
    });
    expect(categories.find(({ category }) => category === 'security')?.mandatory).toBe(true);
  });

  test('change one by one, and only the own ones', async () => {
    const viewer = await jobSeeker();
    const neighbour = await jobSeeker();
    const body = { categories: [{ category: 'jobs', frequency: 'daily', channels: { email: false } }] };
    await call(api.notifications.updatePreferences, { viewer, body });
    const quiet = { days: ['monday'], from: '22:00', to: '07:00' };
    const { categories, quiet_hours } = await call(api.notifications.updatePreferences, {
      viewer,
      body: { quiet_hours: quiet },
    });
    expect(quiet_hours).toEqual(quiet);
    expect(categories.find(({ category }) => category === 'jobs')).toMatchObject({
      frequency: 'daily',
      channels: [{ enabled: true }, { enabled: false }],
    });
    const others = await call(api.notifications.readPreferences, { viewer: neighbour });
    expect(others.quiet_hours).toBeNull();
    expect(others.categories.find(({ category }) => category === 'jobs')?.frequency).toBe('immediate');
  });

  test.each([
    [{ category: 'security', channels: { email: false } }, 'categories.0.channels.email'],
    [{ category: 'security', frequency: 'daily' }, 'categories.0.frequency'],
    [{ category: 'digests', channels: { inbox: true } }, 'categories.0.channels.inbox'],
    [{ category: 'recruiting', frequency: 'off' }, 'categories.0'],
  ])('refuse to change what is mandatory or not there: %o', async (choice, path) => {
    const viewer = await jobSeeker();
    await expect(
      call(api.notifications.updatePreferences, {
        viewer,
        body: { snoozed_until: '2026-09-02T00:00:00Z', categories: [choice] },
      }),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [{ path }] });
    expect((await call(api.notifications.readPreferences, { viewer })).snoozed_until).toBeNull();
  });
});
