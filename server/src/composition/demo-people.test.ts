import { beforeAll, expect, test } from 'vitest';
import { seekerDomain } from '../features/catalog/sources/index.ts';
import { createPeopleDemo } from '../features/identity/accounts/demo.ts';
import { loadConfig } from '../platform/config/index.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { createTestIdentity, type TestIdentity } from '../testing/identity.ts';
import { refuseRealInstance } from './demo-people.ts';
import { allSettings } from './settings.ts';

describeEachDatabase('made-up people', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  const refuse = (variables: Readonly<Record<string, string>> = {}) =>
    refuseRealInstance(database.query, loadConfig(allSettings, variables));

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  test('are let in beside those of the demo alone', async () => {
    await expect(refuse()).resolves.toBeUndefined();
    const { accounts, profiles } = identity;
    await database.transaction((tx) => createPeopleDemo(accounts, profiles).load(tx));
    const account = { name: 'Ada', role: 'job_seeker', timeZone: 'UTC', locale: 'en' } as const;
    await database.transaction((tx) =>
      accounts.createProvenUser(tx, { ...account, email: `ada@${seekerDomain}` }),
    );
    await expect(refuse()).resolves.toBeUndefined();
    await database.transaction((tx) =>
      accounts.createProvenUser(tx, { ...account, email: 'ada@people.demo.example.org' }),
    );
    await expect(refuse()).rejects.toThrow('real people');
  });

  test('are refused in production, and where mails would go out into the world', async () => {
    const secret = 'uT3bV9kzQ0mXr7LhYpWf2nCjE8sGd5aI';
    await expect(refuse({ ROLECALL_ENVIRONMENT: 'production', ROLECALL_SECRET: secret })).rejects.toThrow(
      'never for production',
    );
    await expect(refuse({ SMTP_URL: 'smtp://mail.example.org' })).rejects.toThrow('built-in mailbox');
  });
});
