import { cpSync, rmSync } from 'node:fs';
import { createClient } from '@rolecall/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { makePostings, serveFeed } from '../support/feed.ts';
import { startMailServer } from '../support/mail-server.ts';
import { password, until } from '../support/people.ts';
import { pick, randomFrom } from '../support/random.ts';
import { runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';

const postings = 776;
const points = Number(process.env['KILL_POINTS'] ?? 20);
/** Mails that may be on their way at the moment of a kill: five connections, and five results not yet written. */
const inFlight = 10;

const seekers = [
  {
    email: 'ada@example.org',
    wanted_titles: ['Backend Engineer'],
    skills: ['TypeScript', 'PostgreSQL'],
    places: ['Berlin'],
  },
  { email: 'ben@example.org', wanted_titles: ['Data Analyst'], skills: ['SQL', 'Python'], places: [] },
  {
    email: 'cleo@example.org',
    wanted_titles: ['Product Designer'],
    skills: ['Figma'],
    places: ['Lisbon', 'Madrid'],
  },
];

const template = temporaryFolder();
const feed = await serveFeed(makePostings(postings));
const mailServer = await startMailServer();
const environment = { SMTP_URL: mailServer.url, ROLECALL_OUTGOING_PRIVATE_ORIGINS: feed.origin };
let sourceId = '';
/** What each person has in the end when nothing disturbs it. */
let undisturbed: Outcome[] = [];

interface Outcome {
  readonly email: string;
  readonly alerts: readonly string[];
}

beforeAll(async () => {
  const operator = ['user', 'create', '--email', 'op@example.org', '--name', 'Op', '--role', 'operator'];
  await runCommand([...operator, '--data-dir', template], { input: password });
  for (const { email } of seekers) {
    const seeker = ['user', 'create', '--email', email, '--name', 'Seeker', '--role', 'job_seeker'];
    await runCommand([...seeker, '--data-dir', template], { input: password });
  }
  const server = await startServer({ dataDirectory: template, environment });
  for (const { email, ...wishes } of seekers) {
    const seeker = await signIn(server, email);
    await seeker.me.updateProfile({ body: wishes });
  }
  const source = await (await signIn(server, 'op@example.org')).operator.createSource({
    body: { kind: 'job_posting', name: 'Feedworks', address: feed.address, schedule: null },
  });
  sourceId = source.id;
  await server.stop();

  undisturbed = await runOnce(async (server) => {
    await requestRun(server);
    return server;
  });
}, 300_000);

afterAll(async () => {
  await feed.close();
  await mailServer.close();
  rmSync(template, { recursive: true, force: true });
});

test('undisturbed, everybody is told of some jobs, once each', () => {
  for (const { alerts } of undisturbed) expect(alerts.length).toBeGreaterThan(5);
});

test.each(Array.from({ length: points }, (_, index) => index + 1))(
  'killed at point %i, everybody is told exactly the same',
  async (seed) => {
    const random = randomFrom(seed);
    const outcome = await runOnce(async (server, restart) => {
      const killed = killAt(random, server);
      await requestRun(server);
      await killed;
      return restart();
    });
    expect(outcome).toEqual(undisturbed);
  },
  180_000,
);

/** Runs the work on a copy of the prepared data, waits for quiet, and reads what everybody has. */
async function runOnce(
  work: (server: ServerProcess, restart: () => Promise<ServerProcess>) => Promise<ServerProcess>,
): Promise<Outcome[]> {
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  mailServer.clear();
  const start = () => startServer({ dataDirectory: folder, environment });
  let server = await start();
  try {
    server = await work(server, start);
    await untilQuiet(server);
    return await readOutcome(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills the server at an event that the seed chooses: while it fetches, while it notifies, or while it mails. */
async function killAt(random: () => number, server: ServerProcess): Promise<void> {
  const seeker = await signIn(server, pick(random, seekers).email);
  await new Promise<void>((resolve) => {
    const stage = pick(random, ['fetch', 'notify', 'notify', 'mail', 'mail']);
    if (stage === 'fetch') feed.onShareSent(random(), resolve);
    if (stage === 'mail') mailServer.onMail(1 + Math.floor(random() * 3), resolve);
    if (stage === 'notify') {
      let left = 1 + Math.floor(random() * 2);
      const socket = seeker.notifications.connect();
      socket.on('notification', () => {
        left -= 1;
        if (left === 0) resolve();
      });
      socket.on('status', ({ state }) => {
        if (state === 'waiting') socket.close();
      });
    }
  });
  await server.kill();
}

async function signIn(server: ServerProcess, email: string) {
  const client = createClient({ baseUrl: server.url });
  await client.auth.signIn({ body: { email, password } });
  return client;
}

async function requestRun(server: ServerProcess): Promise<void> {
  const operator = await signIn(server, 'op@example.org');
  await operator.operator.runSource({ params: { source_id: sourceId } }).catch((error: unknown) => {
    // It may have been killed before it could answer; what was committed goes on all the same.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'network_error') throw error;
  });
}

/** The run has succeeded, every job has been matched, and no delivery is waiting. */
async function untilQuiet(server: ServerProcess): Promise<void> {
  const operator = await signIn(server, 'op@example.org');
  await until(
    'the run to succeed',
    async () => {
      const { items } = await operator.operator.listSourceRuns({ params: { source_id: sourceId } });
      return items[0]?.status === 'succeeded' ? true : undefined;
    },
    60,
  );
  await until('the matching to end', async () => {
    const { jobs } = await operator.operator.overview({});
    return jobs.open === postings && jobs.unmatched === 0 ? true : undefined;
  });
  for (const { email } of seekers) {
    const seeker = await signIn(server, email);
    await until('everything that fits to be told', async () => {
      const [{ alerts }, matches] = [await readTold(seeker), await readMatches(seeker)];
      return alerts.length === matches.length || undefined;
    });
  }
  await until('all mails to be out', async () => {
    const waiting = await operator.operator.listDeliveries({ query: { status: 'pending' } });
    const sending = await operator.operator.listDeliveries({ query: { status: 'sending' } });
    return waiting.items.length + sending.items.length === 0 ? true : undefined;
  });
}

type Client = Awaited<ReturnType<typeof signIn>>;

interface Told {
  readonly alerts: readonly string[];
  readonly messages: number;
  readonly seqs: readonly number[];
}

/** What the inbox of a person tells of jobs: each of them, and in how many notifications. */
async function readTold(seeker: Client): Promise<Told> {
  const alerts: string[] = [];
  const windows: string[] = [];
  const seqs: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await seeker.notifications.list({ query: { limit: 100, cursor } });
    for (const { kind, title, seq, data } of page.items) {
      seqs.push(seq);
      if (kind === 'job_alert') alerts.push(title);
      if (kind === 'job_matches') windows.push(z.object({ window_id: z.string() }).parse(data).window_id);
    }
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  const messages = alerts.length + windows.length;
  for (const window of windows) alerts.push(...(await readMatches(seeker, window)));
  return { alerts: alerts.sort(), messages, seqs: seqs.reverse() };
}

async function readOutcome(server: ServerProcess): Promise<Outcome[]> {
  const outcome: Outcome[] = [];
  for (const { email } of seekers) {
    const seeker = await signIn(server, email);
    const { alerts, messages, seqs } = await readTold(seeker);
    const { head, unread } = await seeker.notifications.counts({});
    expect(seqs).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(unread).toBe(head);
    expect(new Set(alerts).size).toBe(alerts.length);
    expectOneMailEach(email, messages);
    outcome.push({ email, alerts });
  }
  return outcome;
}

/** The jobs that were told together, or all that fit, as an alert would name each. */
async function readMatches(seeker: Client, window?: string): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await seeker.jobs.listMatches({
      query: { limit: 100, window, cursor },
    });
    titles.push(...page.items.map(({ job }) => `${job.title} at ${job.company.name}`));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return titles;
}

/** One mail for each alert and each summary. A mail that was under way may have come again, under the same Message-ID. */
function expectOneMailEach(email: string, messages: number): void {
  const mails = mailServer.mails.filter((mail) => mail.to === email);
  const byMessage = Map.groupBy(mails, ({ messageId }) => messageId);
  const alertMails = [...byMessage.values()].filter(([mail]) => !/welcome/i.test(mail?.subject ?? ''));
  expect(alertMails.length).toBe(messages);
  expect(mails.length - byMessage.size).toBeLessThanOrEqual(inFlight);
}
