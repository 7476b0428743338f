import { api } from '@rolecall/contract';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPreferences } from './index.ts';
import { preferenceRoutes } from './preferences.routes.ts';

describeEachDatabase('preferences', (open) => {
  const preferences = createPreferences({ clock: new FakeClock() });
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, preferenceRoutes({ database, preferences }));
  const jobsByEmail = (enabled: boolean) => ({ category: 'jobs', channel: 'email', enabled });

  test('begin with the defaults of the kinds, for what the role can get', async () => {
    const viewer = { userId: await createPerson(database), role: 'job_seeker' } as const;
    expect((await call(api.notifications.readPreferences, { viewer })).items).toEqual([
      { category: 'jobs', channel: 'inbox', enabled: true, mandatory: true },
      { category: 'jobs', channel: 'email', enabled: true, mandatory: false },
      { category: 'applications', channel: 'inbox', enabled: true, mandatory: true },
      { category: 'applications', channel: 'email', enabled: true, mandatory: false },
      { category: 'account', channel: 'inbox', enabled: true, mandatory: true },
      { category: 'account', channel: 'email', enabled: true, mandatory: false },
      { category: 'services', channel: 'inbox', enabled: true, mandatory: true },
      { category: 'services', channel: 'email', enabled: true, mandatory: false },
      { category: 'security', channel: 'email', enabled: true, mandatory: true },
    ]);
  });

  test('change one by one, and only the own ones', async () => {
    const viewer = { userId: await createPerson(database), role: 'job_seeker' } as const;
    const neighbour = { userId: await createPerson(database), role: 'job_seeker' } as const;
    const { items } = await call(api.notifications.updatePreferences, {
      viewer,
      body: { items: [jobsByEmail(true), jobsByEmail(false)] },
    });
    expect(items.filter(({ enabled }) => !enabled)).toEqual([{ ...jobsByEmail(false), mandatory: false }]);
    const others = await call(api.notifications.readPreferences, { viewer: neighbour });
    expect(others.items.every(({ enabled }) => enabled)).toBe(true);
  });

  test.each([
    { category: 'security', channel: 'email', enabled: false },
    { category: 'jobs', channel: 'inbox', enabled: false },
    { category: 'recruiting', channel: 'email', enabled: false },
  ])('refuse to switch off what is mandatory or not there: %o', async (choice) => {
    const viewer = { userId: await createPerson(database), role: 'job_seeker' } as const;
    await expect(
      call(api.notifications.updatePreferences, { viewer, body: { items: [jobsByEmail(false), choice] } }),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [{ path: 'items.1' }] });
    const { items } = await call(api.notifications.readPreferences, { viewer });
    expect(items.every(({ enabled }) => enabled)).toBe(true);
  });
});
