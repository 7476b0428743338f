import { type Client, createClient } from '@rolecall/client';
import type { Notification } from '@rolecall/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestBrowser } from '../../server/src/testing/push-service/browser.ts';
import { type PushService, startPushService } from '../../server/src/testing/push-service/push-service.ts';
import { type FeedServer, serveFeed } from '../support/feed.ts';
import { confirmAddress, type Person, password, signUpSeeker, until } from '../support/people.ts';
import { runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';

/** So many postings of one source that all fit the same people; these are worth telling at once. */
const postings = 300;
const worthy = 2;

const posting = (number: number, isWorthy: boolean) => ({
  '@type': 'JobPosting',
  identifier: { value: `posting-${number}` },
  title: isWorthy ? 'Senior Backend Engineer' : `Senior Backend Engineer ${number}`,
  description: '<p>We keep services alive.</p>',
  datePosted: '2026-11-01',
  hiringOrganization: { name: `Feedworks ${number}` },
  jobLocation: { address: { addressLocality: 'Berlin' } },
  employmentType: 'FULL_TIME',
  skills: isWorthy ? 'TypeScript, PostgreSQL, Kubernetes, Redis, Kafka' : 'TypeScript',
  // As much as is asked for, so that none is told for its pay.
  ...(isWorthy && {
    baseSalary: { currency: 'EUR', value: { minValue: 55_000, maxValue: 60_000, unitText: 'YEAR' } },
  }),
  url: `https://feedworks.example/jobs/${number}`,
});

let server: ServerProcess;
let push: PushService;
let plain: FeedServer;
let worth: FeedServer;
const sockets: { close(): void }[] = [];
/** People, with the frames that their sockets have brought. */
const heard = new Map<Person, Notification[]>();
const endpoints = new Map<Client, string>();

beforeAll(async () => {
  push = await startPushService();
  plain = await serveFeed(Array.from({ length: postings }, (_, number) => posting(number, false)));
  worth = await serveFeed(
    Array.from({ length: postings }, (_, number) => posting(postings + number, number < worthy)),
  );
  const dataDirectory = temporaryFolder();
  const operator = ['user', 'create', '--email', 'op@example.org', '--name', 'Op', '--role', 'operator'];
  await runCommand([...operator, '--data-dir', dataDirectory], { input: password });
  server = await startServer({
    dataDirectory,
    environment: {
      ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: '0',
      ROLECALL_OUTGOING_PRIVATE_ORIGINS: [push.origin, plain.origin, worth.origin].join(','),
    },
  });
  for (const name of ['Ada Seeker', 'Ben Seeker']) {
    const person = await signUpSeeker(server.url, name, {
      wanted_titles: ['Senior Backend Engineer'],
      skills: ['TypeScript', 'PostgreSQL', 'Kubernetes', 'Redis', 'Kafka'],
      places: ['Berlin'],
      employment_types: ['full_time'],
      pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' },
    });
    await confirmAddress(person);
    await addDevice(person);
    const socket = person.client.notifications.connect();
    sockets.push(socket);
    const frames: Notification[] = [];
    heard.set(person, frames);
    socket.on('notification', (notification) => frames.push(notification));
    await until('the socket to be live', async () => socket.status.state === 'live' || undefined);
  }
}, 300_000);
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await server.stop();
  await Promise.all([plain.close(), worth.close(), push.close()]);
});

/** A browser of the person that gets pushes. */
async function addDevice({ client }: Person): Promise<void> {
  const browser = await createTestBrowser();
  const { public_key: publicKey } = await client.webPush.readKey();
  const endpoint = push.subscribe(browser, publicKey);
  await client.webPush.subscribe({ body: { endpoint, keys: browser.keys, public_key: publicKey } });
  endpoints.set(client, endpoint);
}

async function runSource(name: string, feed: FeedServer): Promise<void> {
  const operator = createClient({ baseUrl: server.url });
  await operator.auth.signIn({ body: { email: 'op@example.org', password } });
  const { id } = await operator.operator.createSource({
    body: { kind: 'job_posting', name, address: feed.address, schedule: null },
  });
  await operator.operator.runSource({ params: { source_id: id } });
}

/** What a person has got of jobs, by each way, once so many notifications are out by all of them. */
async function gotOfJobs(person: Person, expected: number) {
  const { client } = person;
  const inbox = await until('all of it to be out', async () => {
    const { items } = await client.notifications.list({ query: { category: 'jobs', limit: 100 } });
    if (items.length < expected) return undefined;
    const traces = await Promise.all(
      items.map(({ id }) => client.notifications.read({ params: { notification_id: id } })),
    );
    const deliveries = traces.flatMap((trace) => trace.deliveries);
    return deliveries.length >= 2 * expected && deliveries.every(({ status }) => status === 'sent')
      ? items
      : undefined;
  });
  const mails = (await client.mailbox.list({ query: { to: person.email, limit: 100 } })).items;
  const titles = new Set(inbox.map(({ title }) => title));
  return {
    inbox: inbox.map(({ title }) => title),
    frames: (heard.get(person) ?? []).filter(({ category }) => category === 'jobs').length,
    mails: mails.filter(({ subject }) => titles.has(subject)).length,
    pushes: push.taken.filter(
      ({ endpoint, text }) =>
        endpoint === endpoints.get(client) && [...titles].some((title) => text.includes(title)),
    ).length,
  };
}

test('300 fitting jobs of one run are one entry, one toast, one push and one mail a person', async () => {
  await runSource('Many', plain);
  for (const person of heard.keys()) {
    expect(await gotOfJobs(person, 1)).toEqual({
      inbox: [`${postings} new jobs fit you`],
      frames: 1,
      mails: 1,
      pushes: 1,
    });
  }
});

test('the list of a summary has all of them, and only for whom it is', async () => {
  const [ada = nobody(), ben = nobody()] = [...heard.keys()];
  const [summary] = (heard.get(ada) ?? []).filter(({ kind }) => kind === 'job_matches');
  const window = new URL(summary?.action?.path ?? '', server.url).searchParams.get('window') ?? '';
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await ada.client.jobs.listMatches({ query: { window, limit: 100, cursor } });
    for (const { job } of page.items) ids.add(job.id);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  expect(ids.size).toBe(postings);
  expect((await ben.client.jobs.listMatches({ query: { window } })).items).toEqual([]);

  const trace = await ada.client.trace.read({
    params: { notification_id: summary?.id ?? '' },
  });
  expect(trace.parts[0]).toMatchObject({
    kind: 'job_alert',
    message: expect.stringMatching(/% match by .*Berlin/),
  });
});

test('one of those that are worth it comes at once, and the others together', async () => {
  await runSource('Worthy', worth);
  for (const person of heard.keys()) {
    const got = await gotOfJobs(person, 3);
    expect(got).toMatchObject({ frames: 3, pushes: 3, mails: 3 });
    expect(got.inbox.toSorted()).toEqual(
      [
        `${postings} new jobs fit you`,
        `${postings - 1} new jobs fit you`,
        expect.stringMatching(/^Senior Backend Engineer at Feedworks \d+$/),
      ].toSorted((a, b) => String(a).localeCompare(String(b))),
    );
  }
});

function nobody(): never {
  throw new Error('nobody has signed up');
}
