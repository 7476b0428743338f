import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { pick, randomFrom } from '../support/random.ts';
import { temporaryFolder } from '../support/server.ts';
import type { Report, Stage } from './messages.ts';
import { type Match, type Outcome, simulate } from './model/model.ts';
import { makePlan, type Plan, type Step, withReactions } from './plan.ts';
import { Driver, type KillPoint } from './process.ts';
import { readWeek } from './week.ts';

/** A small replay; `npm run test:replay` is the whole one. */
const people = Number(process.env['ROLECALL_REPLAY_PEOPLE'] ?? 40);
const share = Number(process.env['ROLECALL_REPLAY_SHARE'] ?? 0.25);
const kills = Number(process.env['ROLECALL_REPLAY_KILLS'] ?? 8);
const seed = Number(process.env['ROLECALL_REPLAY_SEED'] ?? 1);

const week = readWeek(share);
const hasPostgres = (await postgresTestUrl()) !== undefined;

/** Clocks go back in Europe in the second week, and in America after it. */
const runs = [
  { on: 'embedded', begin: '2026-08-09T00:00:00Z' },
  { on: hasPostgres ? 'postgres' : 'embedded', begin: '2026-10-22T00:00:00Z' },
] as const;

describe.each(runs)(
  `a week of ${week.isRecorded ? 'recorded' : 'made'} postings on $on from $begin`,
  ({ on, begin }) => {
    const folder = temporaryFolder();
    let plan: Plan;
    let expected: Outcome[];
    let report: Report;
    let driver: Driver;
    let postgres: Awaited<ReturnType<typeof createEmptyPostgres>> | undefined;

    beforeAll(async () => {
      const first = makePlan(seed, people, new Date(begin), week.days);
      const matches = await matchUndisturbed(first);
      plan = withReactions(
        first,
        seed,
        [...matches].flatMap(([step, own]) => own.map(({ person, key }) => ({ person, key, step }))),
      );
      expected = simulate(plan, matches);

      postgres = on === 'postgres' ? await createEmptyPostgres() : undefined;
      driver = new Driver({
        dataDirectory: path.join(folder, 'data'),
        databaseUrl: postgres?.url,
        mailFile: path.join(folder, 'mails.jsonl'),
      });
      await driver.run({ do: 'prepare', plan: { ...plan, steps: plan.steps.slice(0, 1) } });
      const points = planKills(plan, expected);
      for (const [number, step] of plan.steps.entries()) {
        await driver.run({ do: 'step', people: plan.people, step }, points.get(number));
      }
      report = await driver.report();
      await driver.stop();
    }, 900_000);
    afterAll(async () => {
      await driver?.stop();
      await postgres?.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('was disturbed, and much happened in it', () => {
      expect(driver.killed).toBeGreaterThanOrEqual(kills / 2);
      const fates = expected.flatMap(({ notifications }) =>
        [...notifications.values()].map(({ mail }) => mail),
      );
      // What is muted is left out of a summary, and so not skipped later.
      for (const what of ['sent', 'skipped already_read', 'skipped job_hidden', 'in daily digest']) {
        expect(fates.filter((fate) => fate?.startsWith(what)).length, what).toBeGreaterThan(0);
      }
      expect(fates.filter((fate) => fate?.startsWith('waiting'))).toEqual([]);
    });

    test('ends for every person as the rules say', () => {
      const found = outcomesOf(report, plan);
      for (const [person, outcome] of expected.entries()) {
        expect({ person: plan.people[person], ...toPlain(found[person]) }).toEqual({
          person: plan.people[person],
          ...toPlain(outcome),
        });
      }
    });

    test('has sent each mail that was to be sent, in its time and as one', () => {
      const mails = Map.groupBy(driver.mails(), ({ deliveryId }) => deliveryId);
      const sent = new Map(
        report.notifications.flatMap(({ delivery_id: id, status, finished_at: at }) =>
          id !== null && status === 'sent' ? [[id, at] as const] : [],
        ),
      );
      expect(new Set(mails.keys())).toEqual(new Set(sent.keys()));
      for (const [deliveryId, copies] of mails) {
        expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
        expect(new Set(copies.map(({ at }) => at))).toEqual(new Set([sent.get(deliveryId)]));
      }
      const ids = [...mails.values()].map(([mail]) => mail?.messageId);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('has numbered the inbox of every person without a gap', () => {
      for (const [, own] of Map.groupBy(report.notifications, ({ user_id }) => user_id)) {
        const seqs = own.flatMap(({ seq }) => seq ?? []).sort((a, b) => a - b);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }
    });
  },
);

/** What fits whom, by the program's matching without any disturbance: the model does not judge jobs. */
async function matchUndisturbed(plan: Plan): Promise<Map<number, Match[]>> {
  const folder = temporaryFolder();
  const driver = new Driver({
    dataDirectory: path.join(folder, 'data'),
    databaseUrl: undefined,
    mailFile: path.join(folder, 'mails.jsonl'),
  });
  try {
    const plainPeople = plan.people.map((person) => ({
      ...person,
      settings: { ...person.settings, categories: [] },
    }));
    await driver.run({ do: 'prepare', plan: { people: plainPeople, steps: plan.steps.slice(0, 1) } });
    for (const step of plan.steps) {
      if (step.postings !== null) await driver.run({ do: 'match', people: plainPeople, step });
    }
    const { matches } = await driver.report();
    const numbers = new Map(plan.people.map(({ id }, number) => [id, number]));
    const steps = new Map(plan.steps.map(({ at }, number) => [at, number]));
    return Map.groupBy(
      matches.map((match) => ({
        person: numbers.get(match.user_id) ?? -1,
        step: steps.get(match.matched_at) ?? -1,
        key: match.key,
        score: match.score,
        place: match.place ?? 0,
        deadline: match.deadline_at === null ? null : Date.parse(match.deadline_at),
        company: match.company_name.trim().toLowerCase(),
        jobSubject: `job:${match.job_id}`,
        companySubject: `company:${match.company_id}`,
      })),
      ({ step }) => step,
    );
  } finally {
    await driver.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills while postings come in, where something is sent, and where digests are closed. */
function planKills(plan: Plan, outcomes: readonly Outcome[]): Map<number, KillPoint[]> {
  const random = randomFrom(seed + 2);
  const momentsOf = (texts: Iterable<string>) => new Set([...texts].map((text) => text.split(' ').at(-1)));
  const sending = momentsOf(
    outcomes.flatMap(({ notifications }) =>
      [...notifications.values()].flatMap(({ mail }) => (mail?.startsWith('sent ') ? [mail] : [])),
    ),
  );
  const closing = momentsOf(outcomes.flatMap(({ digests }) => [...digests.keys()]));
  const stepsWhere = (test: (step: Step) => boolean) =>
    plan.steps.flatMap((step, number) => (test(step) ? [number] : []));
  const places: readonly { readonly steps: readonly number[]; readonly stages: readonly Stage[] }[] = [
    { steps: stepsWhere(({ postings }) => postings !== null), stages: ['import', 'match', 'mail'] },
    { steps: stepsWhere(({ at }) => sending.has(at)), stages: ['mail'] },
    { steps: stepsWhere(({ at }) => closing.has(at)), stages: ['close', 'mail'] },
  ];
  const points = new Map<number, KillPoint[]>();
  for (let kill = 0; kill < kills; kill += 1) {
    const { steps, stages } = places[kill % places.length] ?? { steps: [], stages: [] };
    const step = pick(random, steps);
    const stage = pick(random, stages);
    const nth = stage === 'mail' ? 1 + Math.floor(random() * 2) : 1;
    points.set(step, [...(points.get(step) ?? []), { stage, nth, delayMs: Math.floor(random() * 20) }]);
  }
  return points;
}

function outcomesOf(report: Report, plan: Plan): Outcome[] {
  const keys = new Map<string, string>();
  const names = new Map(
    report.digests.map(({ id, frequency, finished_at: at }) => [id, `${frequency} digest of ${at}`]),
  );
  for (const { id, key } of report.notifications) if (key !== null) keys.set(id, key);
  for (const { id, notification_id: notification } of report.digests) {
    if (notification !== null) keys.set(notification, names.get(id) ?? '');
  }
  const notifications = Map.groupBy(report.notifications, ({ user_id }) => user_id);
  const digests = Map.groupBy(report.digests, ({ user_id }) => user_id);

  return plan.people.map(({ id }) => {
    const own = notifications.get(id) ?? [];
    const outcome: Outcome = {
      notifications: new Map(
        own.map((row) => [keys.get(row.id) ?? row.id, { withheld: row.withheld, mail: fateOf(row, names) }]),
      ),
      digests: new Map(
        (digests.get(id) ?? [])
          .filter(({ status }) => status === 'sent')
          .map((digest) => [
            names.get(digest.id) ?? '',
            { entries: (digest.entries ?? []).map((one) => keys.get(one) ?? one), more: digest.more ?? 0 },
          ]),
      ),
    };
    expect(outcome.notifications.size).toBe(own.length);
    return outcome;
  });
}

function fateOf(
  { status, reason, finished_at: at, digest_id: digest }: Report['notifications'][number],
  names: ReadonlyMap<string, string>,
): string | null {
  if (status === null) return null;
  if (status === 'sent') return `sent ${at}`;
  if (status === 'folded' && reason === 'in_digest') return `in ${names.get(digest ?? '')}`;
  return `${status} ${reason}`;
}

function toPlain(outcome: Outcome | undefined) {
  return {
    notifications: Object.fromEntries(outcome?.notifications ?? []),
    digests: Object.fromEntries(outcome?.digests ?? []),
  };
}
