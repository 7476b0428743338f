import type { JobSummary } from '@rolecall/contract';
import type { DemoPeopleReport, DemoPeopleRequest } from '../edges/cli/actions.ts';
import { createDemo, createTravellingClock, isDemoLoaded } from '../edges/demo/index.ts';
import {
  type MadeUpSeeker,
  madeUpSeekers,
  readDemoAgency,
  seekerDomain,
} from '../features/catalog/sources/index.ts';
import { demoAddresses, demoClinicRecruiter, demoRecruiter } from '../features/identity/accounts/index.ts';
import { findKnownAddresses, findViewer, hasPeopleBeyond } from '../features/identity/people/index.ts';
import { mailSettings } from '../features/mail/settings/index.ts';
import { type Config, ConfigurationError } from '../platform/config/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { startServices } from './background.ts';
import { createDemoStory, storyAddresses, storyBegins } from './demo-story.ts';
import { assembleFeatures, type Features } from './features.ts';
import { openConfiguredMail } from './mail.ts';
import { openPlatform } from './platform.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** People join over so many days, and have news on the days after. */
const days = { joining: 5, all: 7 } as const;
/** Accounts that are made in one transaction: what is interrupted leaves whole people. */
const batch = 25;
/** Windows of matches that are told in one transaction. */
const windows = 200;

/**
 * Refuses to make people up among real ones, or where mails would go out into the world.
 * @throws {ConfigurationError}
 */
export async function refuseRealInstance(tx: Tx, config: Config): Promise<void> {
  const faults: string[] = [];
  if (config.environment === 'production')
    faults.push('ROLECALL_ENVIRONMENT: made-up people are for a trial instance, never for production.');
  if (!config.of(mailSettings).hasMailbox)
    faults.push(
      'SMTP_URL: a mail server is configured; made-up people are mailed by the built-in mailbox alone.',
    );
  const made = [...demoAddresses, ...storyAddresses].map((address) => address.split('@')[1] ?? '');
  const domains = [seekerDomain, ...new Set(made)];
  if (faults.length === 0 && (await hasPeopleBeyond(tx, domains)))
    faults.push('DATABASE_URL: this instance has real people; use another database or data folder.');
  if (faults.length > 0) throw new ConfigurationError(faults);
}

/**
 * Fills a trial instance with job seekers who have lived there for a week: with the demo, if it is not there yet. Run again,
 * it makes those who are missing.
 *
 * @throws {ConfigurationError} in production, among real people, and where a mail server is configured
 */
export async function fillWithPeople(
  given: Config,
  version: string,
  { people, seed, onProgress }: DemoPeopleRequest,
): Promise<DemoPeopleReport> {
  const started = performance.now();
  const config: Config = { ...given, log: { level: given.log.level === 'info' ? 'warn' : given.log.level } };
  const opened = await openPlatform(config, version);
  const clock = createTravellingClock(opened.clock);
  const platform = { ...opened, clock };
  const closers: (() => Promise<unknown>)[] = [() => platform.close()];
  try {
    const { database } = platform;
    await refuseRealInstance(database.query, config);
    const isNew = !(await isDemoLoaded(database.query));
    if (isNew) clock.travelTo(storyBegins(opened.clock.now()));
    const mail = await openConfiguredMail(platform);
    closers.push(() => mail.close());
    const assembly = assembleFeatures(platform, { mailSender: mail.mailSender, mayBeConnected: () => false });
    const features = assembly.parts;
    closers.push(await startServices(assembly.gather(({ services }) => services)));
    await features.queue.start();
    closers.push(() => features.queue.stop());
    if (isNew) {
      const parts = [...assembly.gather((brought) => brought.demo), createDemoStory(features, clock)];
      await createDemo({ ...platform, parts, isConnected: () => false }).load();
    }

    const life = createLife(features);
    const now = opened.clock.now().getTime();
    const at = (day: number) => clock.travelTo(new Date(now - days.all * dayMs + day * dayMs));
    const all = madeUpSeekers(people, seed);
    const known = await findKnownAddresses(
      database.query,
      all.map(({ email }) => email),
    );
    const missing = all.filter(({ email }) => !known.has(email));
    const ids: string[] = [];
    const applied: MadeApplication[] = [];
    at(0);
    const jobs = await life.openJobs();
    for (let done = 0; done < missing.length; done += batch) {
      at((done / missing.length) * days.joining);
      const joined = await life.join(missing.slice(done, done + batch), jobs);
      ids.push(...joined.ids);
      applied.push(...joined.applications);
      onProgress({ done: Math.min(done + batch, missing.length), total: missing.length });
    }
    for (const round of [1, 2, 3]) {
      at(days.joining + round * 0.6);
      await readDemoAgency(clock, features.sources, round);
      await life.settle();
    }
    at(days.all - 1 / 24);
    await life.answer(applied);
    await life.read(missing);
    clock.comeBack();
    await life.settle();
    return {
      people: missing.length,
      known: known.size,
      applications: applied.length,
      notifications: await life.countNotifications(ids),
      seconds: (performance.now() - started) / 1_000,
    };
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

interface MadeApplication {
  readonly id: string;
  readonly companyId: string;
}

/** What becomes of applications, in turn; null: they wait. */
const answers = ['viewed', 'viewed', 'shortlisted', 'rejected', null] as const;

/** What made-up people do, by the program itself. */
function createLife(features: Features) {
  const { database } = features;

  async function openJobs(): Promise<JobSummary[]> {
    const found: JobSummary[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { limit: 100, cursor, pay_currency: 'EUR', pay_period: 'year' } as const;
      const page = await features.search.search(query, null);
      found.push(...page.items);
      if (page.next_cursor === null) return found;
      cursor = page.next_cursor;
    }
  }

  /** Joins some people, each with a profile, wishes, matches and what they do first. */
  async function join(some: readonly MadeUpSeeker[], jobs: readonly JobSummary[]) {
    const joined = await database.transaction((tx) => joinAll(tx, some, jobs));
    // The tasks that follow a new profile would do the same when a server is started.
    await features.matching.rescoreTogether(joined.ids);
    return joined;
  }

  async function joinAll(tx: Tx, some: readonly MadeUpSeeker[], jobs: readonly JobSummary[]) {
    const applications: MadeApplication[] = [];
    const ids: string[] = [];
    for (const { name, email, timeZone, locale, profile, preferences, chances } of some) {
      const account = { name, email, timeZone, locale, role: 'job_seeker' } as const;
      const userId = await features.accounts.createProvenUser(tx, account);
      ids.push(userId);
      const viewer: Viewer = { userId, role: 'job_seeker', sessionId: null };
      await features.profiles.update(tx, userId, profile);
      await features.preferences.update(tx, viewer, preferences);
      const fitting = jobs.filter(({ skills }) => skills.some((skill) => profile.skills?.includes(skill)));
      const [first, second, third] = fitting;
      if (first !== undefined && chances.saves < 60) await features.marks.mark(tx, viewer, first.id, 'saved');
      if (second !== undefined && chances.saves < 25)
        await features.marks.mark(tx, viewer, second.id, 'saved');
      if (third !== undefined && chances.saves > 80)
        await features.marks.mark(tx, viewer, third.id, 'hidden');
      // What came from a source takes applications elsewhere.
      const here = fitting.find(({ company }) => company.trust === 'verified');
      if (here !== undefined && chances.applies < 60) {
        const note = profile.summary ?? '';
        const id = await features.applications.apply(tx, viewer, here.id, { note });
        applications.push({ id, companyId: here.company.id });
      }
    }
    return { applications, ids };
  }

  /** Everything that the program does by itself. */
  async function settle(): Promise<void> {
    for (let more = true; more; ) ({ more } = await features.matching.matchNewJobs());
    for (let more = true; more; ) ({ more } = await features.matching.closeWindows(windows));
    for (let more = true; more; ) ({ more } = await features.digests.closeDue(50));
    for (const worker of features.deliveryWorkers) await worker.runDue();
  }

  /** The recruiters of the demo look at what has come, and answer some of it. */
  async function answer(applications: readonly MadeApplication[]): Promise<void> {
    for (const { email } of [demoClinicRecruiter, demoRecruiter]) {
      const recruiter = await findViewer(database.query, email);
      if (recruiter === undefined) continue;
      const company = await features.companies.companyOf(database.query, recruiter.userId);
      const own = applications.filter(({ companyId }) => companyId === company?.id);
      for (const [index, { id }] of own.entries()) {
        const status = answers[index % answers.length];
        if (status === null || status === undefined) continue;
        await database.transaction((tx) =>
          features.applications.changeStatus(tx, recruiter, id, { status, note: '' }),
        );
      }
    }
  }

  /** Some have read what they were told. */
  async function read(some: readonly MadeUpSeeker[]): Promise<void> {
    for (const { email, chances } of some) {
      if (chances.reads >= 55) continue;
      const person = await findViewer(database.query, email);
      if (person !== undefined) await database.transaction((tx) => features.inbox.markAll(tx, person.userId));
    }
  }

  /** How many these people have got, by the heads of their streams. */
  async function countNotifications(ids: readonly string[]): Promise<number> {
    const heads = await features.streams.heads(database.query, ids);
    return ids.reduce((sum, id) => sum + (heads.get(id)?.head ?? 0), 0);
  }

  return { openJobs, join, settle, answer, read, countNotifications };
}
