import { appendFileSync } from 'node:fs';
import { preferencesUpdateSchema } from '@rolecall/contract';
import { sql } from 'kysely';
import { createFeatures } from '../../server/src/composition/features.ts';
import type { Platform } from '../../server/src/composition/foundation.ts';
import { openPlatform } from '../../server/src/composition/platform.ts';
import { loadOwnConfig } from '../../server/src/composition/settings.ts';
import { findRecipients } from '../../server/src/features/identity/people/index.ts';
import {
  createEmailSender,
  createMarkTokens,
  createUnsubscribeTokens,
  type EmailSender,
} from '../../server/src/features/messaging/channels/email/index.ts';
import { createDeliveryWorker } from '../../server/src/features/messaging/deliveries/index.ts';
import type { Tx } from '../../server/src/platform/db/index.ts';
import type { Command, Mail, Reply, Stage } from './messages.ts';
import type { Action, PlannedPerson, Step, Told } from './plan.ts';
import { readReport } from './report.ts';

/**
 * A process that lives through the steps of a plan, with the program as it is wired and a clock that stands still in
 * each of them. The test tells it what to do by messages, and may kill it at any moment; every step can be repeated.
 *
 * `node test/replay/driver.ts <file for mails>`, configured as the program is.
 */

const [, , mailFile = ''] = process.argv;
let now = new Date(0);
const clock = { now: () => new Date(now) };

const platform: Platform = { ...(await openPlatform(loadOwnConfig(), 'replay')), clock };
const { database } = platform;
const features = createFeatures(platform, { mayBeConnected: () => false });
await features.queue.start();
const worker = createDeliveryWorker({
  database,
  clock,
  logger: platform.logger,
  setAside: (batch, row, error) =>
    platform.logger.error({ err: error, batch, ...row }, 'a row was set aside'),
  channel: features.emailChannel,
  sender: recordingSender(),
  recipients: { findRecipients },
  preferences: features.preferences,
  digestWindows: features.digestWindows,
  // Of what a plan makes up, only the jobs are really there.
  relevance: new Map(
    [...features.relevance].filter(([kind]) => kind === 'job_alert' || kind === 'job_matches'),
  ),
  refreshes: features.digests.refreshes,
});
await endLeasesOfTheDead();

/** Whoever was killed is dead for longer than any lease when the next process starts; the clock cannot show that. */
async function endLeasesOfTheDead(): Promise<void> {
  await sql`update deliveries set lease_until = 'epoch' where status = 'sending'`.execute(database.query);
  await sql`update source_runs set lease_until = 'epoch' where status = 'running'`.execute(database.query);
}

/** Writes mails as the program does, and hands them to a file. */
function recordingSender(): EmailSender {
  return createEmailSender({
    clock,
    mailSender: {
      concurrency: 3,
      isThrottled: () => false,
      async send({ messageId, reference }) {
        const mail: Mail = { messageId, deliveryId: reference?.deliveryId ?? '', at: now.toISOString() };
        // Written before anything else can happen, as a mail server would have it.
        appendFileSync(mailFile, `${JSON.stringify(mail)}\n`);
        reply({ is: 'at', stage: 'mail' });
        return { result: 'sent', provider: 'file', providerMessageId: null };
      },
    },
    from: 'Rolecall <jobs@rolecall.example>',
    publicUrl: 'https://rolecall.example',
    tokens: createUnsubscribeTokens(platform.secret),
    markTokens: createMarkTokens(platform.secret),
    bounceDomain: undefined,
    texts: features.texts,
    instrument: null,
    mailEvents: null,
  });
}

function reply(message: Reply): void {
  process.send?.(message);
}

const reached = (stage: Stage) => reply({ is: 'at', stage });

async function prepare(people: readonly PlannedPerson[]): Promise<void> {
  for (const { id, email, emailVerified, timeZone, minimumScore, settings, ...wishes } of people) {
    await database.transaction(async (tx) => {
      await sql`
        insert into users (id, name, email, email_verified, role)
        values (${id}, ${email}, ${email}, ${emailVerified}, 'job_seeker')`.execute(tx);
      await features.profiles.create(tx, id, { timeZone, locale: 'en' });
      await features.profiles.update(tx, id, {
        wanted_titles: [...wishes.wantedTitles],
        skills: [...new Set(wishes.skills)],
        places: [...wishes.places],
        minimum_match_score: minimumScore,
      });
      await features.preferences.update(tx, viewerOf(id), preferencesUpdateSchema.parse(settings));
    });
  }
}

async function live(people: readonly PlannedPerson[], step: Step): Promise<void> {
  await takeIn(step);
  await tell(people, step.told);
  for (const action of step.actions) {
    await act(people, action);
    reached('act');
  }
  for (let more = true; more; ) {
    ({ more } = await features.digests.closeDue(50));
    reached('close');
  }
  await features.digests.tellOverflows();
  reached('close');
  await worker.runDue();
}

/** Reads the postings twice over, as feeds repeat themselves, and tells people of what fits. */
async function takeIn({ postings, at }: Step): Promise<void> {
  if (postings === null) return;
  for (let pass = 0; pass < 2; pass += 1) {
    await features.sources.ingestDocument({
      kind: 'open_jobs',
      document: postings,
      fileName: `${at}.json`,
      onProgress: () => reached('import'),
    });
    reached('match');
    for (let more = true; more; ) ({ more } = await features.matching.matchNewJobs());
    reached('match');
    for (let more = true; more; ) ({ more } = await features.matching.closeWindows(10));
  }
}

async function tell(people: readonly PlannedPerson[], told: readonly Told[]): Promise<void> {
  for (const one of told) {
    const notification = { ...one, userId: idOf(people, one.person), dedupeKey: one.key };
    await database.transaction((tx) => features.notifications.notify(tx, notification));
    reached('tell');
  }
}

async function act(people: readonly PlannedPerson[], action: Action): Promise<void> {
  const userId = idOf(people, action.person);
  const viewer = viewerOf(userId);
  await database.transaction(async (tx) => {
    if (action.do === 'settings') {
      await features.preferences.update(tx, viewer, preferencesUpdateSchema.parse(action.change));
      return;
    }
    if (action.do === 'minimum_score') {
      await features.preferences.update(tx, viewer, { minimum_match_score: action.minimum });
      return;
    }
    const found = await findSubject(tx, userId, action.key);
    if (found === undefined) return;
    switch (action.do) {
      case 'read':
        if (found.id !== null && found.seq !== null) await features.inbox.mark(tx, userId, found.id, true);
        return;
      case 'hide':
        await features.marks.mark(tx, viewer, found.job_id, 'hidden');
        return;
      case 'mute_job':
      case 'mute_company': {
        const subject = action.do === 'mute_job' ? `job:${found.job_id}` : `company:${found.company_id}`;
        await features.mutes.mute(tx, userId, subject, { label: '', until: null });
      }
    }
  });
}

interface Subject {
  /** Of the notification that names it; null: there is none. */
  readonly id: string | null;
  readonly seq: number | null;
  readonly job_id: string;
  readonly company_id: string;
}

/** What a plan calls by a key: a job that fits, with the notification that names it, or a notification. */
async function findSubject(tx: Tx, userId: string, key: string): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    select told.id, told.seq, jobs.id::text as job_id, company_id::text as company_id from jobs
    left join lateral (
      select id, seq from notifications
      where user_id = ${userId} and (payload ->> 'job_id' = jobs.id::text
        or payload -> 'jobs' @> jsonb_build_array(jsonb_build_object('job_id', jobs.id)))
      limit 1
    ) as told on true
    where 'alert:' || external_id = ${key}
    union all
    select id, seq, payload ->> 'job_id', payload ->> 'company_id' from notifications
    where user_id = ${userId} and dedupe_key = ${key}`.execute(tx);
  return rows[0];
}

function viewerOf(userId: string) {
  return { userId, role: 'job_seeker', sessionId: null } as const;
}

function idOf(people: readonly PlannedPerson[], person: number): string {
  const found = people[person];
  if (found === undefined) throw new Error(`There is no person ${person}`);
  return found.id;
}

async function obey(command: Command): Promise<Reply> {
  switch (command.do) {
    case 'prepare':
      now = new Date(command.plan.steps[0]?.at ?? 0);
      await prepare(command.plan.people);
      return { is: 'done' };
    case 'match':
      now = new Date(command.step.at);
      await takeIn(command.step);
      return { is: 'done' };
    case 'step':
      now = new Date(command.step.at);
      await live(command.people, command.step);
      return { is: 'done' };
    case 'report':
      return { is: 'report', report: await readReport(database) };
  }
}

process.on('message', (command: Command) => {
  obey(command)
    .catch(
      (error: unknown): Reply => ({
        is: 'failed',
        error: error instanceof Error ? (error.stack ?? '') : String(error),
      }),
    )
    .then(reply);
});
process.on('disconnect', () => process.exit());
reply({ is: 'ready' });
