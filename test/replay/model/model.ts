import type { Action, Plan } from '../plan.ts';
import {
  budgetDay,
  compareImportance,
  decide,
  endOfWindow,
  type Frequency,
  kindRules,
  type ModelKind,
  type ModelPerson,
  withheldFor,
} from './rules.ts';

/**
 * The reference: what has to become of a plan, by the rules of the documentation alone. It knows no database, no
 * processes and no crashes, looks at everything in every step, and shares no code with the program.
 */

/** A fitting job that a person is to hear of. */
export interface Match {
  readonly person: number;
  readonly key: string;
  readonly score: number;
  /** Of the job among those that were published at the same time. */
  readonly place: number;
  readonly deadline: number | null;
  readonly company: string;
  readonly jobSubject: string;
  readonly companySubject: string;
}

/** What has become of one notification. */
export interface Fate {
  readonly withheld: string | null;
  /** `sent 2026-08-09T00:00:00.000Z`, `skipped muted`, `in daily digest of …`; null: it does not go by mail. */
  readonly mail: string | null;
}

export interface SentDigest {
  /** Keys, the best first. */
  readonly entries: readonly string[];
  readonly more: number;
}

/** What one person has got in the end. */
export interface Outcome {
  readonly notifications: ReadonlyMap<string, Fate>;
  /** By the frequency and the moment of closing. */
  readonly digests: ReadonlyMap<string, SentDigest>;
}

interface Item {
  readonly key: string;
  readonly kind: ModelKind;
  readonly rank: number;
  readonly score: number | null;
  readonly deadline: number | null;
  readonly company: string | null;
  readonly subjects: readonly string[];
  readonly withheld: string | null;
  readonly writtenAt: number;
  readonly order: number;
  /** The matches that it names, the best first; none but for what tells several. */
  readonly named: readonly Match[];
  /** How many more it counts. */
  readonly unnamed: number;
  state: State;
}

type State =
  | { readonly is: 'none' }
  | { readonly is: 'waiting'; readonly until: number; readonly reason: string }
  | { readonly is: 'collected'; readonly window: Window }
  | { readonly is: 'done'; readonly text: string };

interface Window {
  readonly frequency: Frequency;
  closesAt: number;
}

interface Life extends ModelPerson {
  readonly items: Item[];
  readonly windows: Window[];
  readonly digests: Map<string, SentDigest>;
  /** What fits, by its key. */
  readonly matches: Map<string, Match>;
  /** Keys of jobs that the person has hidden. */
  readonly hidden: Set<string>;
  /** The items that have reached the person on a day, by the inbox or by mail: each counts once. */
  readonly reached: Map<number, Set<Item>>;
  /** How many mails of a day count. */
  readonly mailed: Map<number, number>;
  /** Since when a cap has kept something out of the inbox, and when that is told; null: nothing waits to be told. */
  overflow: { readonly since: number; readonly tellAt: number } | null;
}

/** What changes of settings decide about anew. */
const heldBySettings = ['snoozed', 'quiet_hours', 'daytime_only', 'escalation'];
const mostJobs = 10;
const mostOthers = 10;
const mostOfCompany = 2;

/** @param matches by the number of the step in which they are found, in the order in which they are told */
export function simulate(plan: Plan, matches: ReadonlyMap<number, readonly Match[]>): Outcome[] {
  const lives = plan.people.map(
    ({ emailVerified, timeZone, minimumScore, settings }): Life => ({
      emailVerified,
      timeZone,
      minimumScore,
      settings,
      muted: new Set(),
      items: [],
      windows: [],
      digests: new Map(),
      matches: new Map(),
      hidden: new Set(),
      reached: new Map(),
      mailed: new Map(),
      overflow: null,
    }),
  );
  const lifeOf = (person: number) => {
    const life = lives[person];
    if (life === undefined) throw new Error(`There is no person ${person}`);
    return life;
  };

  for (const [number, step] of plan.steps.entries()) {
    const now = Date.parse(step.at) / 60_000;
    const found = Map.groupBy(matches.get(number) ?? [], ({ person }) => person);
    for (const [person, own] of found) tellMatches(lifeOf(person), own, now);
    for (const { person, key, ...news } of step.told) {
      const { kind } = news;
      const isSoon = news.kind === 'interview_reminder' && news.payload.hours_before === 1;
      tell(lifeOf(person), now, {
        kind,
        key,
        rank: isSoon ? 0 : kindRules[kind].rank,
        score: null,
        deadline: null,
        company: null,
        subjects:
          'job_id' in news.payload
            ? [`job:${news.payload.job_id}`, `application:${news.payload.application_id}`]
            : [],
      });
    }
    for (const action of step.actions) act(lifeOf(action.person), action, now);
    for (const life of lives) {
      closeWindows(life, now);
      tellOverflow(life, now);
      sendDue(life, now);
    }
  }
  return lives.map(({ items, digests }) => ({
    notifications: new Map(items.map((item) => [item.key, { withheld: item.withheld, mail: mailOf(item) }])),
    digests,
  }));
}

function mailOf({ state }: Item): string | null {
  switch (state.is) {
    case 'none':
      return null;
    case 'done':
      return state.text;
    case 'waiting':
      return `waiting: ${state.reason}`;
    case 'collected':
      return `waiting in a ${state.window.frequency} window`;
  }
}

const iso = (moment: number) => new Date(moment * 60_000).toISOString();

type News = Pick<Item, 'kind' | 'key' | 'rank' | 'score' | 'deadline' | 'company' | 'subjects'> &
  Partial<Pick<Item, 'named' | 'unnamed'>>;

/** Jobs that are matched together, what is told at once, and what a summary names. */
const jobsAtOnce = 500;
const worthRinging = 90;
const mostNamed = 10;

/**
 * A person has one window for all that comes in a step: the best of the first jobs among which one is worth it is told at
 * once, and the rest when the window ends, which it does in the same step.
 */
function tellMatches(life: Life, matches: readonly Match[], now: number): void {
  for (const match of matches) life.matches.set(match.key, match);
  const ranked = matches.toSorted((a, b) => b.score - a.score || a.place - b.place);
  const worthy = ranked.filter(({ score }) => score >= worthRinging);
  const first = Math.min(...worthy.map(({ place }) => Math.floor(place / jobsAtOnce)));
  const ringing = worthy.find(({ place }) => Math.floor(place / jobsAtOnce) === first);
  if (ringing !== undefined) tell(life, now, newsOf(ringing));
  const rest = ranked.filter(
    (match) => match !== ringing && !isMuted(life, match) && match.score >= life.minimumScore,
  );
  const [best] = rest;
  if (best === undefined) return;
  if (rest.length === 1) {
    tell(life, now, newsOf(best));
    return;
  }
  tell(life, now, {
    kind: 'job_matches',
    key: `matches of ${iso(now)}`,
    rank: kindRules.job_matches.rank,
    score: best.score,
    deadline: null,
    company: null,
    subjects: [],
    named: rest.slice(0, mostNamed),
    unnamed: Math.max(0, rest.length - mostNamed),
  });
}

const isMuted = ({ muted }: Life, { jobSubject, companySubject }: Match) =>
  muted.has(jobSubject) || muted.has(companySubject);

function newsOf(match: Match): News {
  return {
    kind: 'job_alert',
    key: match.key,
    rank: kindRules.job_alert.rank,
    score: match.score,
    deadline: match.deadline,
    company: match.company,
    subjects: [match.jobSubject, match.companySubject],
  };
}

function tell(life: Life, now: number, news: News): void {
  const rules = kindRules[news.kind];
  const today = reachedToday(life, now);
  const cap = life.settings.caps.per_day ?? Number.POSITIVE_INFINITY;
  const isOver = rules.inInbox && !rules.mandatory && rules.digestible && news.rank > 0 && today.size >= cap;
  const withheld = withheldFor(news.kind, news.subjects, life) ?? (isOver ? 'inbox_over_cap' : null);
  const item: Item = {
    named: [],
    unnamed: 0,
    ...news,
    withheld,
    writtenAt: now,
    order: life.items.length,
    state: { is: 'none' },
  };
  life.items.push(item);
  if (rules.inInbox && !rules.mandatory && withheld === null) today.add(item);
  if (withheld === 'inbox_over_cap') {
    life.overflow ??= { since: now, tellAt: endOfWindow('daily', life, now) };
  }
  if (kindRules[news.kind].byMail) settle(life, item, now, false);
}

/** What has reached the person on the day that it is for them. */
function reachedToday(life: Life, now: number): Set<Item> {
  const day = budgetDay(life, now);
  const known = life.reached.get(day) ?? new Set<Item>();
  life.reached.set(day, known);
  return known;
}

/** What caps have kept out of the inbox is told there in one entry. */
function tellOverflow(life: Life, now: number): void {
  const { overflow } = life;
  if (overflow === null || overflow.tellAt > now) return;
  life.overflow = null;
  tell(life, now, {
    kind: 'inbox_overflow',
    key: `inbox_overflow:${iso(overflow.since)}`,
    rank: kindRules.inbox_overflow.rank,
    score: null,
    deadline: null,
    company: null,
    subjects: [],
  });
}

/** Decides about one and lets the decision become its state; when it is to be sent it waits for its turn. */
function settle(life: Life, item: Item, now: number, isOverCap: boolean): 'send' | undefined {
  const answer = decide(questionOf(item), life, now, isOverCap);
  switch (answer.what) {
    case 'send':
      item.state = { is: 'waiting', until: now, reason: answer.reason };
      return 'send';
    case 'skip':
      item.state = { is: 'done', text: `skipped ${answer.reason}` };
      return undefined;
    case 'hold':
      item.state = { is: 'waiting', until: answer.until, reason: answer.reason };
      return undefined;
    case 'digest':
      item.state = { is: 'collected', window: openWindow(life, answer.frequency, now) };
      return undefined;
  }
}

function questionOf(item: Item) {
  return { ...item, isInInbox: kindRules[item.kind].inInbox && item.withheld === null };
}

function openWindow(life: Life, frequency: Frequency, now: number): Window {
  const open = life.windows.find((window) => window.frequency === frequency);
  if (open !== undefined) return open;
  const window: Window = { frequency, closesAt: endOfWindow(frequency, life, now) };
  life.windows.push(window);
  return window;
}

function act(life: Life, action: Action, now: number): void {
  if (action.do === 'settings' || action.do === 'minimum_score') {
    if (action.do === 'settings') life.settings = { ...life.settings, ...action.change };
    else life.minimumScore = action.minimum;
    for (const item of life.items) {
      const { state } = item;
      if (state.is === 'waiting' && heldBySettings.includes(state.reason))
        item.state = { ...state, until: now };
    }
    return;
  }
  const match = life.matches.get(action.key);
  switch (action.do) {
    case 'read': {
      const item = life.items.find(
        ({ key, named }) => key === action.key || named.some((one) => one.key === action.key),
      );
      // Who has not got it in the inbox cannot read it there.
      if (item === undefined || !questionOf(item).isInInbox) return;
      if (item.state.is === 'waiting' || item.state.is === 'collected') {
        item.state = { is: 'done', text: 'skipped already_read' };
      }
      return;
    }
    case 'hide':
      life.hidden.add(action.key);
      return;
    case 'mute_job':
      if (match !== undefined) life.muted.add(match.jobSubject);
      return;
    case 'mute_company':
      if (match !== undefined) life.muted.add(match.companySubject);
  }
}

/** What can be told without the rules: it is of no use any more. */
function uselessness({ hidden }: Life, item: Item, now: number): string | undefined {
  if (now >= item.writtenAt + kindRules[item.kind].expiresAfterHours * 60) return 'expired';
  const named = item.named.length === 0 ? [item] : item.named;
  return named.every(({ key }) => hidden.has(key)) ? 'job_hidden' : undefined;
}

/** What a digest judges by itself: each match that a summary names, and everything else as it is. */
function partsOf(item: Item): Item[] {
  if (item.named.length === 0) return [item];
  return item.named.map((match) => ({ ...item, ...newsOf(match), named: [], unnamed: 0 }));
}

function sendDue(life: Life, now: number): void {
  const day = budgetDay(life, now);
  const today = reachedToday(life, now);
  const { per_day: perDay, channels } = life.settings.caps;
  const mailed = () => life.mailed.get(day) ?? 0;
  const isOverCap = (item: Item) =>
    (!today.has(item) && today.size >= (perDay ?? Number.POSITIVE_INFINITY)) ||
    mailed() >= (channels.email ?? Number.POSITIVE_INFINITY);
  const send = (item: Item) => {
    item.state = { is: 'done', text: `sent ${iso(now)}` };
    if (kindRules[item.kind].mandatory) return;
    today.add(item);
    life.mailed.set(day, mailed() + 1);
  };

  const due = life.items.filter(({ state }) => state.is === 'waiting' && state.until <= now);
  const useful = due.filter((item) => {
    const reason = uselessness(life, item, now);
    if (reason !== undefined) item.state = { is: 'done', text: `skipped ${reason}` };
    return reason === undefined;
  });
  // What goes out whatever the caps say counts first.
  const choosable = useful.filter((item) => {
    const goesOut = decide(questionOf(item), life, now, true).what === 'send';
    if (goesOut) send(item);
    return !goesOut;
  });
  choosable.sort((a, b) => compareImportance(a, b) || a.writtenAt - b.writtenAt || a.order - b.order);
  for (const item of choosable) {
    if (settle(life, item, now, isOverCap(item)) === 'send') send(item);
  }
}

function closeWindows(life: Life, now: number): void {
  for (const window of life.windows.filter(({ closesAt }) => closesAt <= now)) {
    const kind = `digest_${window.frequency}` as const;
    const itself = decide(
      { kind, rank: kindRules[kind].rank, score: null, subjects: [], isInInbox: false, writtenAt: now },
      life,
      now,
      false,
    );
    if (itself.what === 'hold') {
      window.closesAt = itself.until;
      continue;
    }
    life.windows.splice(life.windows.indexOf(window), 1);
    const name = `${window.frequency} digest of ${iso(now)}`;
    let unnamed = 0;
    const staying = life.items.flatMap((item) => {
      if (item.state.is !== 'collected' || item.state.window !== window) return [];
      const judged = partsOf(item).map((part) => {
        const own = decide(questionOf(part), life, now, false);
        const refusal = itself.what === 'skip' ? itself.reason : undefined;
        const reason = uselessness(life, part, now) ?? (own.what === 'skip' ? own.reason : refusal);
        return { part, reason };
      });
      const left = judged.filter(({ reason }) => reason === undefined);
      item.state = { is: 'done', text: left.length > 0 ? `in ${name}` : `skipped ${judged[0]?.reason}` };
      if (left.length > 0) unnamed += item.unnamed;
      return left.map(({ part }) => part);
    });
    if (staying.length === 0) continue;
    const chosen = choose(staying);
    life.digests.set(name, { ...chosen, more: chosen.more + unnamed });
    tell(life, now, { kind, key: name, rank: 3, score: null, deadline: null, company: null, subjects: [] });
  }
}

/** The best of what was collected: at most ten jobs, two of a company among them, and ten of the rest. */
function choose(collected: readonly Item[]): SentDigest {
  const ranked = collected.toSorted(
    // The sort is stable: what a summary names stays in its order.
    (a, b) => compareImportance(a, b) || b.writtenAt - a.writtenAt || a.order - b.order,
  );
  const ofCompany = new Map<string, number>();
  let [jobs, others] = [0, 0];
  const entries = ranked.filter(({ company }) => {
    if (company === null) {
      others += 1;
      return others <= mostOthers;
    }
    const share = ofCompany.get(company) ?? 0;
    if (jobs === mostJobs || share === mostOfCompany) return false;
    ofCompany.set(company, share + 1);
    jobs += 1;
    return true;
  });
  return { entries: entries.map(({ key }) => key), more: collected.length - entries.length };
}
