import { createDemo, type Demo } from '../edges/demo/index.ts';
import type { Hub } from '../platform/realtime/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './platform.ts';

/** The demo, tied to the features. */
export function createConfiguredDemo(platform: Platform, features: Features, hub: Hub): Demo {
  const { database, clock, logger } = platform;
  const { accounts, profiles, jobs, sources } = features;
  return createDemo({
    database,
    clock,
    logger,
    createPerson: (tx, person) =>
      accounts.createUser(tx, { ...person, emailVerified: true, timeZone: 'Europe/Berlin', locale: 'en' }),
    findPerson: accounts.findViewer,
    updateProfile: profiles.update,
    postJob: jobs.post,
    async listTitles(viewer) {
      const page = await jobs.listOwn(viewer, { limit: 100 });
      return page.items.map(({ title }) => title);
    },
    ingestFeed: (name, document) =>
      sources.ingestDocument({
        kind: 'job_posting',
        name,
        fileName: 'demo.json',
        document: JSON.stringify(document),
      }),
    isConnected: (userId) => hub.isConnected(userId),
  });
}
