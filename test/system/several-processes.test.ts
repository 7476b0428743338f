import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { findRedis } from '../../server/src/testing/services.ts';
import { listen, type Person, password, signUpRecruiter, signUpSeeker } from '../support/people.ts';
import { runCommand, type ServerProcess, startServer } from '../support/server.ts';

const hasPostgres = (await postgresTestUrl()) !== undefined;
const redisUrl = await findRedis();

describe.runIf(hasPostgres && redisUrl !== undefined)(
  'two processes on PostgreSQL with Redis between them',
  () => {
    let database: { url: string; drop(): Promise<void> };
    let near: ServerProcess;
    let far: ServerProcess;

    beforeAll(async () => {
      database = await createEmptyPostgres();
      // They stand behind one address, as balanced processes do.
      const environment = {
        REDIS_URL: redisUrl ?? '',
        ROLECALL_SECRET: 'the same secret for both processes',
        ROLECALL_PUBLIC_URL: 'http://rolecall.example',
      };
      [near, far] = await Promise.all([
        startServer({ databaseUrl: database.url, environment }),
        startServer({ databaseUrl: database.url, environment }),
      ]);
    });
    afterAll(async () => {
      await Promise.all([near.stop(), far.stop()]);
      await database.drop();
    });

    test('what is written at one is heard live at the other', async () => {
      const seeker: Person = await signUpSeeker(near.url, 'Nora Near', { wanted_titles: ['Gardener'] });
      const socket = await listen(seeker);
      const recruiter = await signUpRecruiter(far.url, 'Fay Far', 'Mossgarden');
      const job = await recruiter.client.jobs.create({
        body: { title: 'Gardener', description: 'Roofs.', places: [], skills: [] },
      });

      expect((await socket.next('job_alert')).data).toMatchObject({ job_id: job.id });
      socket.close();
    });

    test('each of them takes the tokens of the other, and signing out everywhere at one ends the sockets of the other', async () => {
      const person = await signUpSeeker(near.url, 'Pia Person');
      const socket = person.client.notifications.connect();
      const ended = new Promise<string>((resolve) => {
        socket.on('status', (status) => {
          if (status.state === 'live') void endEverywhere();
          if (status.state === 'stopped') resolve(status.reason);
        });
      });
      async function endEverywhere() {
        const session = await person.client.auth.signIn({
          body: { email: person.email, password },
        });
        await fetch(`${far.url}/api/v1/auth/sign-out-everywhere`, {
          method: 'POST',
          headers: { authorization: `Bearer ${session.access_token}` },
        });
      }
      expect(await ended).toBe('signed_out');
    });

    test('the database is examined beside them, and found well', async () => {
      const result = await runCommand(['doctor'], {
        environment: { DATABASE_URL: database.url, REDIS_URL: redisUrl ?? '' },
      });
      expect(result.out).toMatch(/database +ok/);
      expect(result.out).toMatch(/bus +ok/);
      expect(result.status).toBe(0);
    });
  },
);
