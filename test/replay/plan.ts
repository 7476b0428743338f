import type { Frequency, KindPayload, NotificationSettings, Weekday } from '@rolecall/contract';
import { pick, randomFrom } from '../support/random.ts';

/** What happens in a replay, all of it decided before it begins. It travels to the driver as JSON. */
export interface Plan {
  readonly people: readonly PlannedPerson[];
  readonly steps: readonly Step[];
}

export interface PlannedPerson {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly timeZone: string;
  readonly minimumScore: number;
  readonly wantedTitles: readonly string[];
  readonly skills: readonly string[];
  readonly places: readonly string[];
  readonly settings: PlannedSettings;
}

export type PlannedSettings = Pick<
  NotificationSettings,
  'quiet_hours' | 'caps' | 'digest' | 'snoozed_until' | 'escalate_after_minutes'
> & {
  readonly categories: readonly {
    readonly category: PlannedCategory;
    readonly frequency: Frequency;
    readonly channels: { readonly inbox?: boolean; readonly email?: boolean };
  }[];
};

export type PlannedCategory =
  | 'jobs'
  | 'applications'
  | 'career'
  | 'messages'
  | 'digests'
  | 'announcements'
  | 'account';

/** The clock stands still until all of a step is done. */
export interface Step {
  readonly at: string;
  /** Postings that come in. */
  readonly postings: string | null;
  /** What else is told to people. */
  readonly told: readonly Told[];
  /** What people do after that. */
  readonly actions: readonly Action[];
}

const toldKinds = [
  'chat_message',
  'security_alert',
  'rejection',
  'interview_reminder',
  'feature_announcement',
  'skill_gap',
  'welcome',
  'achievement',
] as const;
export type ToldKind = (typeof toldKinds)[number];

/** Something that one person is told. */
export type Told = {
  [K in ToldKind]: {
    readonly person: number;
    /** Unique among what its person is told. */
    readonly key: string;
    readonly kind: K;
    readonly payload: KindPayload<K>;
  };
}[ToldKind];

/** What a person does about something that was told, named by its key, or about everything. */
export type Action =
  | {
      readonly do: 'read' | 'hide' | 'mute_company' | 'mute_job';
      readonly person: number;
      readonly key: string;
    }
  | { readonly do: 'settings'; readonly person: number; readonly change: Partial<PlannedSettings> }
  | { readonly do: 'minimum_score'; readonly person: number; readonly minimum: number };

const stepMs = 30 * 60_000;
const daysOfTelling = 7;
/** A sliding weekly window that opens at the end of the week ends so late, and its digest may wait for quiet hours. */
const daysAfterwards = 10;
const stepsOfDay = 86_400_000 / stepMs;
/** Every third step is enough when nothing new is told. */
const thinning = 3;

const timeZones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/St_Johns',
  'Africa/Casablanca',
  'UTC',
];
const titles = [
  'Software Engineer',
  'Data Scientist',
  'Product Manager',
  'Data Engineer',
  'Account Executive',
  'Product Designer',
  'Machine Learning Engineer',
  'Customer Success Manager',
];
const skills = ['Python', 'SQL', 'Go', 'TypeScript', 'Figma', 'Sales', 'Kubernetes', 'Statistics'];
const places = ['Berlin', 'New York', 'London', 'Bengaluru', 'Sydney', 'San Francisco'];
const categories: readonly PlannedCategory[] = [
  'jobs',
  'applications',
  'career',
  'messages',
  'digests',
  'announcements',
  'account',
];
const everyDay: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * @param begin midnight UTC of the first day
 * @param days the postings of each day
 */
export function makePlan(seed: number, size: number, begin: Date, days: readonly string[]): Plan {
  const random = randomFrom(seed);
  const people = Array.from({ length: size }, (_, number) => makePerson(random, number, begin));
  const postings = new Map(
    days.map((document, day) => [day * stepsOfDay + 4 + Math.floor(random() * (stepsOfDay - 8)), document]),
  );
  const told = new Map<number, Told[]>();
  const actions = new Map<number, Action[]>();
  for (const [person] of people.entries()) {
    for (let number = 0; number < 6; number += 1) {
      const one = makeTold(random, person, number);
      const step = Math.floor(random() * daysOfTelling * stepsOfDay);
      told.set(step, [...(told.get(step) ?? []), one]);
      if (random() < 0.2)
        add(actions, step + Math.floor(random() * 12), { do: 'read', person, key: one.key });
    }
    if (random() < 0.3) {
      const step = Math.floor(random() * daysOfTelling * stepsOfDay);
      add(actions, step, { do: 'settings', person, change: makeChange(random, begin) });
    }
    if (random() < 0.2) {
      // After the last postings, since matching asks for it too.
      const step = daysOfTelling * stepsOfDay - Math.floor(random() * 4);
      add(actions, step, { do: 'minimum_score', person, minimum: 60 + Math.floor(random() * 40) });
    }
  }
  return {
    people,
    steps: timesFrom(begin).map((at, step) => ({
      at: at.toISOString(),
      postings: postings.get(step) ?? null,
      told: told.get(step) ?? [],
      actions: actions.get(step) ?? [],
    })),
  };
}

function timesFrom(begin: Date): Date[] {
  const dense = (daysOfTelling + 1) * stepsOfDay;
  const sparse = ((daysAfterwards - 1) * stepsOfDay) / thinning;
  return Array.from({ length: dense + sparse }, (_, step) => {
    const passed = step < dense ? step : dense + (step - dense) * thinning;
    return new Date(begin.getTime() + passed * stepMs);
  });
}

/**
 * The plan with what people do about the alerts that they get, which is known when the postings have been matched.
 * @param alerts of each person the steps and the keys
 */
export function withReactions(
  plan: Plan,
  seed: number,
  alerts: readonly { readonly person: number; readonly step: number; readonly key: string }[],
): Plan {
  const random = randomFrom(seed + 1);
  const actions = new Map<number, Action[]>();
  for (const { person, step, key } of alerts) {
    if (random() >= 0.25) continue;
    const what = pick(random, ['read', 'read', 'hide', 'hide', 'mute_job', 'mute_company'] as const);
    // Muting a company is felt for long.
    if (what === 'mute_company' && random() < 0.7) continue;
    add(actions, step + Math.floor(random() * 60), { do: what, person, key });
  }
  // Some hide all that came at once, after which nobody needs the message that names it.
  for (const together of Map.groupBy(alerts, ({ person, step }) => `${person} at ${step}`).values()) {
    if (random() >= 0.1) continue;
    const later = Math.floor(random() * 30);
    for (const { person, step, key } of together) add(actions, step + later, { do: 'hide', person, key });
  }
  return {
    ...plan,
    steps: plan.steps.map((step, index) => ({
      ...step,
      actions: [...step.actions, ...(actions.get(index) ?? [])],
    })),
  };
}

function add(actions: Map<number, Action[]>, step: number, action: Action): void {
  actions.set(step, [...(actions.get(step) ?? []), action]);
}

function makePerson(random: () => number, number: number, begin: Date): PlannedPerson {
  return {
    id: makeId(random),
    email: `person-${number}@example.org`,
    emailVerified: random() < 0.92,
    timeZone: pick(random, timeZones),
    minimumScore: 40 + Math.floor(random() * 50),
    wantedTitles: [pick(random, titles)],
    skills: [pick(random, skills), pick(random, skills)],
    places: [pick(random, places)],
    settings: {
      categories: categories.filter(() => random() < 0.5).map((category) => makeChoice(random, category)),
      quiet_hours: random() < 0.6 ? makeQuietHours(random) : null,
      caps: {
        per_day: random() < 0.4 ? 1 + Math.floor(random() * 5) : null,
        channels: random() < 0.3 ? { email: 1 + Math.floor(random() * 5) } : {},
      },
      digest: {
        at: pick(random, ['09:00', '07:30', '00:00', '02:30', '18:15']),
        weekday: pick(random, everyDay),
        window: pick(random, ['fixed', 'sliding'] as const),
      },
      snoozed_until: random() < 0.15 ? makeMoment(random, begin) : null,
      escalate_after_minutes: random() < 0.3 ? pick(random, [15, 60, 240, 1_440]) : null,
    },
  };
}

function makeChoice(random: () => number, category: PlannedCategory): PlannedSettings['categories'][number] {
  const mayWait = category !== 'digests' && category !== 'account';
  const frequency = !mayWait
    ? 'immediate'
    : pick(random, ['immediate', 'immediate', 'hourly', 'daily', 'daily', 'weekly', 'off'] as const);
  const channels = {
    ...(random() < 0.2 ? { email: random() < 0.3 } : {}),
    ...(category !== 'digests' && random() < 0.2 ? { inbox: random() < 0.4 } : {}),
  };
  return { category, frequency, channels };
}

function makeQuietHours(random: () => number): NonNullable<PlannedSettings['quiet_hours']> {
  const [from, to] = pick(random, [
    ['22:00', '07:00'],
    ['20:30', '08:15'],
    ['00:00', '06:00'],
    ['08:00', '20:00'],
    ['01:30', '02:30'],
    ['00:00', '00:00'],
  ] as const);
  const days = random() < 0.6 && from !== to ? [...everyDay] : everyDay.filter(() => random() < 0.5);
  return { days: days.length === 0 || (days.length === 7 && from === to) ? ['sunday'] : days, from, to };
}

function makeChange(random: () => number, begin: Date): Partial<PlannedSettings> {
  return pick<() => Partial<PlannedSettings>>(random, [
    () => ({ snoozed_until: null }),
    () => ({ snoozed_until: makeMoment(random, begin) }),
    () => ({ quiet_hours: null }),
    () => ({ quiet_hours: makeQuietHours(random) }),
    () => ({ escalate_after_minutes: null }),
    () => ({ caps: { per_day: 1, channels: { email: null } } }),
  ])();
}

function makeMoment(random: () => number, begin: Date): string {
  return new Date(begin.getTime() + Math.floor(random() * 9 * stepsOfDay) * stepMs + 60_000).toISOString();
}

function makeTold(random: () => number, person: number, number: number): Told {
  const kind = pick(random, toldKinds);
  const about = { person, key: `${kind}:${number}` };
  const application = () => ({
    application_id: makeId(random),
    job_id: makeId(random),
    job_title: 'Harbour Pilot',
    company_name: 'North Quay',
  });
  switch (kind) {
    case 'chat_message': {
      const payload = {
        conversation_id: makeId(random),
        from_name: 'Ben',
        excerpt: 'Shall we talk on Tuesday?',
      };
      return { ...about, kind, payload };
    }
    case 'security_alert':
      return { ...about, kind, payload: { event: 'new_sign_in', at: '2026-08-09T00:00:00Z', client: '' } };
    case 'rejection':
      return { ...about, kind, payload: { ...application(), note: '' } };
    case 'interview_reminder': {
      const payload = {
        ...application(),
        interview_id: makeId(random),
        starts_at: '2026-08-30T10:00:00Z',
        ends_at: '2026-08-30T11:00:00Z',
        place: 'Pier 3',
        hours_before: pick(random, [1, 24]),
      };
      return { ...about, kind, payload };
    }
    case 'feature_announcement':
      return { ...about, kind, payload: { title: 'Something new', message: 'There is more to see.' } };
    case 'skill_gap':
      return { ...about, kind, payload: { skill: 'Radar', jobs: 12 } };
    case 'welcome':
      return { ...about, kind, payload: { name: 'Ada', role: 'job_seeker' } };
    case 'achievement':
      return { ...about, kind, payload: { achievement: 'first_application' } };
  }
}

/** An id that is the same for the same seed. */
function makeId(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
