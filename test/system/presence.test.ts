import { createClient } from '@rolecall/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { findRedis } from '../../server/src/testing/services.ts';
import {
  confirmAddress,
  listen,
  type Person,
  password,
  signUpRecruiter,
  signUpSeeker,
  until,
} from '../support/people.ts';
import { runCommand, type ServerProcess, startServer } from '../support/server.ts';

async function operatorOf(url: string, email: string, secret: string) {
  const client = createClient({ baseUrl: url });
  await client.auth.signIn({ body: { email, password: secret } });
  return client;
}

type Operator = Awaited<ReturnType<typeof operatorOf>>;

const seenOnline = (operator: Operator, person: Person) =>
  until(`${person.email} to be seen online`, async () => {
    const { items } = await operator.operator.listOnlinePeople({ query: {} });
    return items.find(({ user_id }) => user_id === person.id);
  });

/** A process that was killed is gone for the others after twenty seconds; in seconds. */
const patienceWithTheDead = 60;

const seenAway = (operator: Operator, person: Person) =>
  until(
    `${person.email} to be seen away`,
    async () => {
      const { items } = await operator.operator.listOnlinePeople({ query: {} });
      return items.some(({ user_id }) => user_id === person.id) ? undefined : true;
    },
    patienceWithTheDead,
  );

describe('who is online', () => {
  let server: ServerProcess;
  let operator: Operator;
  let seeker: Person;

  beforeAll(async () => {
    server = await startServer({
      args: ['--demo'],
      environment: { ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: '3600' },
    });
    operator = await operatorOf(server.url, 'odile@demo.example', 'rolecall-demo');
    seeker = await signUpSeeker(server.url, 'Olga Online');
  });
  afterAll(() => server.stop());

  test('is told to the operator, from the first socket to the last, and to nobody else', async () => {
    const [first, second] = [await listen(seeker), await listen(seeker)];
    expect(await seenOnline(operator, seeker)).toMatchObject({
      name: 'Olga Online',
      email: seeker.email,
      role: 'job_seeker',
    });
    expect(await operator.operator.presence()).toMatchObject({
      people: { job_seeker: 1, recruiter: 0 },
      nodes: [{ people: 1 }],
    });
    await expect(seeker.client.operator.presence()).rejects.toMatchObject({ code: 'forbidden' });
    await expect(seeker.client.operator.listOnlinePeople({})).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = createClient({ baseUrl: server.url });
    await expect(stranger.operator.presence()).rejects.toMatchObject({ code: 'unauthenticated' });

    first.close();
    second.close();
    await seenAway(operator, seeker);
  });

  test('has the mail of a person wait while the socket is open', async () => {
    const recruiter = await signUpRecruiter(server.url, 'Rolf Recruiter', 'Mossgarden');
    const job = await recruiter.client.jobs.create({
      body: { title: 'Gardener', description: 'Roofs.', places: [], skills: [] },
    });
    const resume = await seeker.client.applications.uploadResume({
      file: new File(['Olga Online'], 'olga.txt', { type: 'text/plain' }),
    });
    await confirmAddress(seeker);
    const socket = await listen(seeker);
    await seenOnline(operator, seeker);
    await seeker.client.applications.apply({
      params: { job_id: job.id },
      body: { note: '', resume_id: resume.id },
    });
    const { id } = await socket.next('application_confirmation');
    const { deliveries } = await seeker.client.notifications.read({ params: { notification_id: id } });
    expect(deliveries).toMatchObject([{ status: 'pending', reason: 'online' }]);
    socket.close();
  });
});

const hasPostgres = (await postgresTestUrl()) !== undefined;
const redisUrl = await findRedis();

describe.runIf(hasPostgres && redisUrl !== undefined)('who is online at one of two processes', () => {
  let database: { url: string; drop(): Promise<void> };
  let near: ServerProcess;
  let far: ServerProcess;

  beforeAll(async () => {
    database = await createEmptyPostgres();
    const environment = {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl ?? '',
      ROLECALL_SECRET: 'the same secret for both processes',
      ROLECALL_PUBLIC_URL: 'http://rolecall.example',
    };
    [near, far] = await Promise.all([
      startServer({ databaseUrl: database.url, environment }),
      startServer({ databaseUrl: database.url, environment }),
    ]);
    await runCommand(['user', 'create', '--email', 'op@example.org', '--name', 'Op', '--role', 'operator'], {
      environment,
      input: `${password}\n`,
    });
  });
  afterAll(async () => {
    await Promise.all([near.stop(), far.stop()]);
    await database.drop();
  });

  test('is known to the other, and gone with a process that was killed', async () => {
    const operator = await operatorOf(far.url, 'op@example.org', password);
    const nodes = async () => (await operator.operator.presence()).nodes;
    await until('both processes to be in the list', async () => (await nodes()).length === 2 || undefined);
    const seeker = await signUpSeeker(near.url, 'Nora Near');
    const socket = await listen(seeker);
    await seenOnline(operator, seeker);

    await near.kill();
    socket.close();
    await seenAway(operator, seeker);
    expect(await nodes()).toHaveLength(1);
  });
});
