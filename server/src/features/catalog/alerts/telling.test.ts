import { type AlertConditions, alertConditionsSchema, emptyProfile, type NewAlert } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestSavedSearches } from '../../../testing/alerts.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMatching } from '../../../testing/matching.ts';
import { storedRecipients } from '../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../testing/messaging/preferences.ts';
import { createPeople, createTestNotifications } from '../../../testing/notifications.ts';
import { createTestSearchIndex } from '../../../testing/search.ts';
import { createProfiles } from '../../identity/profiles/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { selectSearchable } from '../jobs/index.ts';
import type { Matching, SavedSearches } from '../matching/index.ts';
import { toPosting } from '../search/index.ts';
import { type Alerts, createAlerts } from './alerts.ts';
import { closeWindows } from './closing.ts';
import { moveFindings } from './findings.store.ts';
import { createAlertPreviews } from './preview.ts';

const nurse = { q: 'nurse' };

describeEachDatabase('alerts', (open, kind) => {
  const clock = new FakeClock();
  const profiles = createProfiles({ clock });
  let database: Database;
  let notifications: Notifications;
  let savedSearches: ReturnType<typeof createTestSavedSearches>;
  let matching: Matching;
  let alerts: Alerts;
  let companyId: string;

  beforeAll(async () => {
    database = await open();
    notifications = createTestNotifications(database, clock);
    companyId = uuidv7();
    await database.query
      .insertInto('companies')
      .values({
        id: companyId,
        name: 'Acme',
        normalized_name: 'acme',
        origin: 'source',
        created_at: clock.now(),
      })
      .execute();
  });

  beforeEach(async () => {
    clock.set('2026-09-01T12:00:00Z');
    await sql`delete from users`.execute(database.query);
    await sql`delete from jobs`.execute(database.query);
    savedSearches = createTestSavedSearches(database, clock);
    matching = matchingWith(savedSearches);
    alerts = createAlerts({
      database,
      clock,
      recipients: storedRecipients,
      alertIndex: savedSearches.alertIndex,
    });
  });

  const matchingWith = (given: SavedSearches): Matching =>
    createTestMatching({
      database,
      clock,
      seekers: profiles,
      notifications,
      savedSearches: given,
      setAside: (_batch, _row, error) => {
        throw error;
      },
    });

  async function seekers(count: number, timeZone = 'UTC', titles: readonly string[] = []): Promise<Viewer[]> {
    const ids = await createPeople(database, count);
    await database.transaction(async (tx) => {
      for (const id of ids) {
        await profiles.create(tx, id, { timeZone, locale: 'en' });
        await profiles.update(tx, id, { ...emptyProfile, wanted_titles: [...titles], time_zone: timeZone });
      }
    });
    return ids.map((userId) => ({ userId, role: 'job_seeker', sessionId: null }));
  }

  async function seeker(timeZone?: string, titles?: readonly string[]): Promise<Viewer> {
    const [viewer] = await seekers(1, timeZone, titles);
    if (viewer === undefined) throw new Error('no person was made');
    return viewer;
  }

  const save = (
    viewer: Viewer,
    given: Omit<Partial<NewAlert>, 'conditions'> & { conditions?: Partial<AlertConditions> } = {},
  ) =>
    database.transaction((tx) =>
      alerts.create(tx, viewer, {
        name: 'Nurses',
        frequency: 'instant',
        time: '09:00',
        weekday: 1,
        paused: false,
        ...given,
        conditions: alertConditionsSchema.parse(given.conditions ?? nurse),
      }),
    );

  async function publish(title: string, clusterId?: string): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('jobs')
      .values({
        id,
        company_id: companyId,
        company_name: 'Acme',
        cluster_id: clusterId ?? id,
        title,
        description_html: '',
        description_text: 'You care for people.',
        places: ['Ulm'],
        skills: [],
        published_at: now,
        status: 'open',
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  }

  const close = (given: Pick<Notifications, 'notifyEach'> = notifications) =>
    closeWindows(
      {
        database,
        clock,
        recipients: storedRecipients,
        preferences: createTestPreferences(clock),
        notifications: given,
        setAside: (_batch, _row, error) => {
          throw error;
        },
      },
      10_000,
    );

  async function findAndTell() {
    await matching.matchNewJobs();
    await matching.closeWindows(10_000);
    return close();
  }

  const told = async (viewer?: Viewer) =>
    database.query
      .selectFrom('notifications')
      .select(['user_id', 'kind', 'payload', 'dedupe_key'])
      .$if(viewer !== undefined, (query) => query.where('user_id', '=', viewer?.userId ?? ''))
      .orderBy('created_at')
      .execute();

  it('tells at once what an instant alert finds, as one however much it is', async () => {
    const viewer = await seeker();
    const other = await seeker();
    const alert = await save(viewer);
    for (let number = 0; number < 30; number += 1) await publish(`Nurse ${number}`);
    await publish('Pilot');

    expect(await findAndTell()).toEqual({ told: 1, empty: 0, more: false });
    expect(await findAndTell()).toEqual({ told: 0, empty: 0, more: false });
    expect(await told(other)).toEqual([]);
    expect(await told()).toMatchObject([
      {
        user_id: viewer.userId,
        kind: 'saved_search_alert',
        payload: { count: 30, alerts: [{ id: alert.id, name: 'Nurses' }], jobs: { length: 10 } },
      },
    ]);
  });

  it('tells a person once of a vacancy, whatever finds it and however often it is posted', async () => {
    const viewer = await seeker('UTC', ['Nurse']);
    const plain = await seeker();
    await save(viewer, { name: 'as a match' });
    await save(plain, { name: 'daily', frequency: 'daily' });
    const instant = await save(plain, { name: 'instant' });
    const vacancy = await publish('Nurse');
    await findAndTell();
    await publish('Nurse', vacancy);
    await findAndTell();
    clock.set('2026-09-02T09:00:00Z');
    await close();

    expect((await told(viewer)).map(({ kind: told }) => told)).toEqual(['job_alert']);
    expect(await told(plain)).toMatchObject([
      {
        kind: 'saved_search_alert',
        dedupe_key: `job_alert:${vacancy}`,
        payload: { alerts: [{ id: instant.id }] },
      },
    ]);
    const [own] = await database.transaction((tx) => alerts.list(tx, viewer));
    const found = await database.transaction((tx) => alerts.findings(tx, viewer, own?.id ?? ''));
    expect(found).toMatchObject([{ state: 'told_before' }]);

    // And the other way round: what an alert has told is no news as a match.
    await database.transaction((tx) =>
      profiles.update(tx, plain.userId, { ...emptyProfile, wanted_titles: ['Nurse'] }),
    );
    await publish('Nurse', vacancy);
    await findAndTell();
    expect(await told(plain)).toHaveLength(1);
  });

  it('collects by the clock of the person, and tells it at the hour that was chosen', async () => {
    const viewer = await seeker('America/New_York');
    await save(viewer, { name: 'daily', frequency: 'daily', time: '07:30' });
    await save(viewer, { name: 'weekly', frequency: 'weekly', weekday: 3, conditions: { q: 'pilot' } });
    await save(viewer, { name: 'hourly', frequency: 'hourly', conditions: { q: 'cook' } });
    for (const title of ['Nurse', 'Pilot', 'Cook']) await publish(title);
    await findAndTell();
    const titlesAt = async (at: string) => {
      clock.set(at);
      await close();
      return (await told(viewer)).flatMap(({ payload }) =>
        (payload['jobs'] as { job_title: string }[]).map((job) => job.job_title),
      );
    };
    expect(await titlesAt('2026-09-01T12:59:00Z')).toEqual([]);
    expect(await titlesAt('2026-09-01T13:00:00Z')).toEqual(['Cook']);
    expect(await titlesAt('2026-09-02T11:29:00Z')).toEqual(['Cook']);
    expect(await titlesAt('2026-09-02T11:30:00Z')).toEqual(['Cook', 'Nurse']);
    expect(await titlesAt('2026-09-02T13:00:00Z')).toEqual(['Cook', 'Nurse', 'Pilot']);
  });

  it('looks again when it tells: closed, hidden and paused leave it, each with its reason', async () => {
    const viewer = await seeker();
    const kept = await save(viewer, { frequency: 'daily' });
    const paused = await save(viewer, { frequency: 'daily', conditions: { q: 'pilot' } });
    const [closed, hidden, open] = [
      await publish('Nurse A'),
      await publish('Nurse B'),
      await publish('Nurse C'),
    ];
    const stopped = await publish('Pilot');
    await findAndTell();
    await database.query.updateTable('jobs').set({ status: 'closed' }).where('id', '=', closed).execute();
    await database.query
      .insertInto('job_marks')
      .values({ user_id: viewer.userId, job_id: hidden, mark: 'hidden', created_at: clock.now() })
      .execute();
    await database.transaction((tx) => alerts.change(tx, viewer, paused.id, { paused: true }));
    clock.set('2026-09-02T09:00:00Z');
    expect(await close()).toMatchObject({ told: 1 });

    expect(await told(viewer)).toMatchObject([{ payload: { count: 1, jobs: [{ job_id: open }] } }]);
    const statesOf = async (id: string) =>
      Object.fromEntries(
        (await database.transaction((tx) => alerts.findings(tx, viewer, id))).map(({ job, state }) => [
          job?.id,
          state,
        ]),
      );
    expect(await statesOf(kept.id)).toEqual({
      [closed]: 'job_closed',
      [hidden]: 'job_hidden',
      [open]: 'told',
    });
    expect(await statesOf(paused.id)).toEqual({ [stopped]: 'alert_paused' });
  });

  it('finds with what an alert asks by now: a change, a pause, a removal and its undo count at once', async () => {
    const viewer = await seeker();
    const alert = await save(viewer);
    await publish('Nurse');
    await findAndTell();
    const change = (changes: Parameters<Alerts['change']>[3]) =>
      database.transaction((tx) => alerts.change(tx, viewer, alert.id, changes));
    const countAfter = async (title: string) => {
      await publish(title);
      await findAndTell();
      return (await told(viewer)).length;
    };
    await change({ conditions: alertConditionsSchema.parse({ q: 'pilot' }) });
    expect(await countAfter('Nurse')).toBe(1);
    expect(await countAfter('Pilot')).toBe(2);
    await change({ paused: true });
    expect(await countAfter('Pilot')).toBe(2);
    await change({ paused: false });
    await database.transaction((tx) => alerts.remove(tx, viewer, alert.id));
    expect(await countAfter('Pilot')).toBe(2);
    await database.transaction((tx) => alerts.restore(tx, viewer, alert.id));
    expect(await countAfter('Pilot')).toBe(3);
  });

  it('finds with alerts that another process has changed', async () => {
    const viewer = await seeker();
    await publish('Nurse');
    await findAndTell();
    const elsewhere = createTestSavedSearches(database, clock);
    alerts = createAlerts({
      database,
      clock,
      recipients: storedRecipients,
      alertIndex: elsewhere.alertIndex,
    });
    await save(viewer);
    await publish('Nurse');
    await findAndTell();
    expect(await told(viewer)).toHaveLength(1);
  });

  it('is a thing between the person and nobody else, up to 50 times', async () => {
    const [owner, stranger] = [await seeker(), await seeker()];
    const alert = await save(owner);
    const asStranger: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => alerts.change(tx, stranger, alert.id, { paused: true }),
      (tx) => alerts.findings(tx, stranger, alert.id),
      (tx) => alerts.remove(tx, stranger, alert.id),
      (tx) => alerts.restore(tx, stranger, alert.id),
    ];
    for (const work of asStranger) {
      await expect(database.transaction(work)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await database.transaction((tx) => alerts.list(tx, stranger))).toEqual([]);
    for (let number = 1; number < 50; number += 1) await save(owner);
    await expect(save(owner)).rejects.toMatchObject({ code: 'too_many_alerts' });
    await save(stranger);
    await database.transaction((tx) => alerts.remove(tx, owner, alert.id));
    await save(owner);
    await expect(database.transaction((tx) => alerts.restore(tx, owner, alert.id))).rejects.toMatchObject({
      code: 'too_many_alerts',
    });
  });

  it('shows what it would have told in seven days, with the index and without it', async () => {
    const viewer = await seeker();
    const old = await publish('Nurse of last week');
    await database.query
      .updateTable('jobs')
      .set({ published_at: new Date('2026-08-24T12:00:00Z') })
      .where('id', '=', old)
      .execute();
    const [first, hidden] = [await publish('Nurse'), await publish('Nurse, hidden')];
    await publish('Nurse');
    await publish('Pilot');
    await findAndTell();
    const ids = await database.query.selectFrom('jobs').select('cluster_id').execute();
    const vacancies = ids.map(({ cluster_id }) => cluster_id);
    const postings = (await selectSearchable(database.query, vacancies)).map(toPosting);
    const conditions = alertConditionsSchema.parse(nurse);
    const marks = { hiddenOf: async () => [hidden] };
    const previewBy = (searchIndex: Parameters<typeof createAlertPreviews>[0]['searchIndex']) =>
      createAlertPreviews({ database, clock, marks, searchIndex }).preview(viewer, conditions);
    const without = await previewBy({ ask: async () => null });
    const withIndex = await previewBy(createTestSearchIndex(postings));
    expect(without).toMatchObject({ total: 2, at_least: false });
    expect(without.items.map(({ id }) => id)).toContain(first);
    expect(withIndex).toEqual(without);
  });

  it('follows postings into other vacancies, and tells a vacancy once even so', async () => {
    const viewer = await seeker();
    await save(viewer);
    const [one, other, third] = [
      await publish('Nurse A'),
      await publish('Nurse B'),
      await publish('Nurse C'),
    ];
    await findAndTell();
    const target = uuidv7();
    await database.transaction((tx) =>
      moveFindings(tx, [
        { job_id: other, to: one },
        { job_id: third, to: target },
      ]),
    );
    const kept = await database.query.selectFrom('alert_findings').select(['job_id', 'cluster_id']).execute();
    expect(new Map(kept.map(({ job_id, cluster_id }) => [job_id, cluster_id]))).toEqual(
      new Map([
        [one, one],
        [third, target],
      ]),
    );
    await publish('Nurse C, again', target);
    await findAndTell();
    expect(await told(viewer)).toHaveLength(1);
  });

  it('cut off at any step, it loses nothing and tells nothing twice', { timeout: 120_000 }, async () => {
    const people = await seekers(kind === 'embedded' ? 40 : 120);
    for (const viewer of people) await save(viewer);
    for (let number = 0; number < 9; number += 1) await publish(`Nurse ${number}`);

    let steps = 0;
    let allowed = 0;
    const step = () => {
      steps += 1;
      if (steps > allowed) throw new Error('cut off');
    };
    const cut = matchingWith({
      find: async (jobs) => {
        const found = await savedSearches.find(jobs);
        step();
        return found;
      },
      async write(tx: Tx, findings, runOf) {
        step();
        const added = await savedSearches.write(tx, findings, runOf);
        step();
        return added;
      },
      toldOf: savedSearches.toldOf,
      findingOf: savedSearches.findingOf,
    });
    const interrupted = {
      async notifyEach(tx: Tx, items: Parameters<Notifications['notifyEach']>[1]) {
        step();
        const written = await notifications.notifyEach(tx, items);
        step();
        return written;
      },
    };
    for (const work of [() => cut.matchNewJobs(), () => close(interrupted)]) {
      for (allowed = 0; ; allowed += 1) {
        steps = 0;
        const isDone = await work().then(
          () => true,
          () => false,
        );
        // What is stored is told once the windows end, or was told: never both, never neither.
        const { rows } = await sql`
          select 1 from alert_findings as findings join alert_windows as windows on windows.id = findings.window_id
          where (windows.status = 'open') = (findings.told_at is not null)`.execute(database.query);
        expect(rows).toEqual([]);
        if (isDone) break;
      }
    }
    const all = await told();
    expect(all).toHaveLength(people.length);
    expect(all.every(({ payload }) => payload['count'] === 9)).toBe(true);
  });
});
