import {
  achievements,
  applicationStatuses,
  type Kind,
  type KindPayload,
  kinds,
  securityEvents,
} from '@rolecall/contract';

const id = (last: number) => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const job = {
  job_id: id(1),
  job_title: 'Harbour Pilot',
  company_name: 'North Quay',
  company_id: id(2),
};
const application = { ...job, application_id: id(3) };
const interview = {
  ...application,
  interview_id: id(4),
  starts_at: '2026-09-14T12:00:00.000Z',
  ends_at: '2026-09-14T13:00:00.000Z',
  place: 'https://meet.example.org/north-quay',
};
const oneTimeLink = {
  name: 'Ada Lovelace',
  email: 'ada@example.org',
  token: 'sample-token',
  expires_at: '2026-09-02T12:00:00.000Z',
};
const jobAlert: KindPayload<'job_alert'> = {
  ...job,
  location: 'Hamburg',
  score: 87,
  reasons: [
    { code: 'title', terms: ['pilot'], points: 40 },
    { code: 'skills', terms: ['radar', 'german'], points: 35 },
    { code: 'place', terms: ['Hamburg'], points: 12 },
  ],
  cluster_id: id(1),
  deadline_at: '2026-09-30T21:59:00.000Z',
};
const digest = (frequency: 'hourly' | 'daily' | 'weekly', from: string): KindPayload<'digest_daily'> => ({
  frequency,
  from,
  until: '2026-09-01T12:00:00.000Z',
  entries: [
    { notification_id: id(5), kind: 'job_alert', payload: { ...jobAlert } },
    {
      notification_id: id(6),
      kind: 'application_status_changed',
      payload: {
        ...application,
        old_status: 'submitted',
        new_status: 'viewed',
        note: '',
        audience: 'applicant',
        applicant_name: 'Ada Lovelace',
      },
    },
  ],
  more: 3,
  changes: [
    { change: 'job_closed', job_id: id(9), job_title: 'VTS Operator', company_name: 'Port Office' },
    {
      change: 'deadline_near',
      job_id: id(10),
      job_title: 'Deck Officer',
      company_name: 'Baltic Lines',
      deadline_at: '2026-09-03T21:59:00.000Z',
    },
    {
      change: 'score_changed',
      job_id: id(7),
      job_title: 'Tug Master',
      company_name: 'Elbe Towage',
      score: 84,
      previous_score: 71,
    },
  ],
  activity: { new_jobs: 120, new_matches: 6, applications: 1, application_changes: 1 },
});

/** A realistic notification of each kind, for previews and tests. */
const samples: { readonly [K in Kind]: KindPayload<K> } = {
  job_posted: { ...job, location: 'Hamburg', skills_required: ['radar', 'german'] },
  job_alert: jobAlert,
  job_recommendation: {
    jobs: [
      { ...job, location: 'Hamburg', score: 91 },
      {
        job_id: id(7),
        job_title: 'Tug Master',
        company_name: 'Elbe Towage',
        company_id: id(8),
        location: 'Cuxhaven',
        score: 84,
      },
      { job_id: id(9), job_title: 'VTS Operator', company_name: 'Port Office', location: null, score: 78 },
      {
        job_id: id(10),
        job_title: 'Deck Officer',
        company_name: 'Baltic Lines',
        location: 'Kiel',
        score: 74,
      },
    ],
  },
  match_score_calculated: { ...job, match_score: 82, previous_score: 67 },
  skill_match: { ...job, score: 80, skills: ['radar', 'german', 'ship handling'] },
  salary_alert: { ...job, pay: { minimum: 84_000, maximum: 96_000, currency: 'EUR', period: 'year' } },
  job_deadline_reminder: { ...job, deadline_at: '2026-09-02T21:59:00.000Z' },

  application_received: {
    application_id: id(3),
    job_id: id(1),
    job_title: 'Harbour Pilot',
    applicant_name: 'Ada Lovelace',
  },
  application_confirmation: application,
  application_status_changed: {
    ...application,
    old_status: 'viewed',
    new_status: 'shortlisted',
    note: 'We liked your radar certificate.',
    audience: 'applicant',
    applicant_name: 'Ada Lovelace',
  },
  interview_invitation: { ...interview, note: 'Please bring your licence.' },
  interview_reminder: { ...interview, hours_before: 24 },
  offer: { ...application, note: 'We would be happy to have you aboard.' },
  rejection: { ...application, note: 'Thank you for your time.' },
  automation_needs_attention: { ...application, question: 'When could you start?' },
  follow_up: { ...application, days: 14 },

  profile_reminder: { missing: ['headline', 'pay_floor', 'resume'] },
  skill_gap: { skill: 'ECDIS', jobs: 12 },
  achievement: { achievement: 'first_interview' },
  career_insight: { skill: 'radar', change_percent: 18, days: 30 },

  welcome: { name: 'Ada Lovelace', role: 'job_seeker' },
  email_verification: oneTimeLink,
  password_reset: oneTimeLink,
  security_alert: { event: 'new_sign_in', at: '2026-09-01T12:00:00.000Z', client: 'Firefox on Linux' },
  feature_announcement: {
    title: 'Alerts by salary',
    message: 'You can now hear of jobs that pay more than you ask for.',
    action: { label: 'See how', path: '/settings/notifications' },
  },
  maintenance: {
    title: 'Maintenance on Sunday',
    message: 'Rolecall will be away for about an hour.',
    starts_at: '2026-09-06T04:00:00.000Z',
    ends_at: '2026-09-06T05:00:00.000Z',
  },
  digest_hourly: digest('hourly', '2026-09-01T11:00:00.000Z'),
  digest_daily: digest('daily', '2026-08-31T12:00:00.000Z'),
  digest_weekly: digest('weekly', '2026-08-25T12:00:00.000Z'),
  chat_message: {
    conversation_id: id(11),
    from_name: 'Grace Hopper',
    excerpt: 'Hello Ada, do you have a minute to talk about the position?',
  },
  service_message: {
    title: 'Your certificate has been verified',
    message: 'The port office has confirmed your licence.',
    action: { label: 'See it', path: '/settings/profile' },
  },
  test_message: { channel: 'email' },
};

/** The sample of a kind as it would be stored. */
export const sampleOf = (kind: Kind): Readonly<Record<string, unknown>> => ({
  ...kinds[kind].payload.parse(samples[kind]),
});

/** A notification that shows one side of a kind. */
export interface Sample {
  /** Unique within the kind. */
  readonly name: string;
  /** Name of who reads it. */
  readonly reader: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a kind can be beside its usual form. */
const forms: {
  readonly [K in Kind]?: readonly (readonly [name: string, change: Partial<KindPayload<K>>])[];
} = {
  application_status_changed: [
    ...applicationStatuses
      .filter((status) => status !== 'shortlisted')
      .map((status) => [status, { new_status: status }] as const),
    ['withdrawn, for the recruiter', { new_status: 'withdrawn', audience: 'recruiter' }],
  ],
  interview_invitation: [
    ['moved', { event: 'moved', revision: 2 }],
    ['cancelled', { event: 'cancelled', revision: 3 }],
  ],
  interview_reminder: [
    [
      'in an hour, for the recruiter',
      { hours_before: 1, audience: 'recruiter', applicant_name: 'Ada Lovelace' },
    ],
  ],
  achievement: achievements
    .filter((achievement) => achievement !== 'first_interview')
    .map((achievement) => [achievement, { achievement }] as const),
  welcome: [['recruiter', { role: 'recruiter' }]],
  security_alert: securityEvents
    .filter((event) => event !== 'new_sign_in')
    .map((event) => [event, { event }] as const),
  career_insight: [['less', { change_percent: -12 }]],
};

/** Fields that people and feeds fill with whatever they like. */
const free = new Set([
  'name',
  'job_title',
  'company_name',
  'applicant_name',
  'from_name',
  'location',
  'place',
  'note',
  'excerpt',
  'question',
  'skill',
  'client',
  'title',
  'message',
]);

const longTexts: Readonly<Record<string, string>> = {
  note: 'Thank you so much for everything that you have sent us 🎉\nWe would like to hear more of it, and to show you the harbour.\n\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  place:
    'https://meet.example.org/rooms/a-very-long-name-of-a-room-that-has-no-space-in-it-anywhere-0123456789',
  message: 'A message of several sentences. It tells what is new, and why that matters. 🚢⚓️',
};
const longName = 'Maximiliana-Konstantina von Hohenzollern-Sigmaringen 🧑🏽‍✈️';
const rightToLeft = 'شركة ميناء الشمال';

/** All samples of a kind: the usual one first, its other forms, as little as there can be, and names of all sorts. */
export function samplesOf(kind: Kind): readonly Sample[] {
  const typical = sampleOf(kind);
  const reader = 'Ada Lovelace';
  return [
    { name: 'typical', reader, payload: typical },
    ...(forms[kind] ?? []).map(([name, change]) => ({ name, reader, payload: { ...typical, ...change } })),
    { name: 'minimal', reader: 'A', payload: minimal(kind, typical) },
    {
      name: 'long',
      reader: longName,
      payload: changed(kind, typical, (field) => longTexts[field] ?? longName),
    },
    { name: 'right to left', reader: 'أدا لوفليس', payload: changed(kind, typical, () => rightToLeft) },
  ];
}

/** Without all that the kind can do without. */
function minimal(kind: Kind, payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { payload: schema } = kinds[kind];
  let least = payload;
  for (const [field, value] of Object.entries(payload)) {
    const { [field]: _, ...without } = least;
    const smaller: unknown[] = [null, []];
    if (free.has(field) && !mayNotBeBlank.has(field)) smaller.push('');
    if (Array.isArray(value)) smaller.push(value.slice(0, 1));
    const forms = [without, ...smaller.map((one) => ({ ...without, [field]: one }))];
    least = forms.find((form) => schema.safeParse(form).success) ?? least;
  }
  return least;
}

/** Nobody is without a name, and no job without a title, even where a payload could be. */
const mayNotBeBlank = new Set([
  'name',
  'job_title',
  'company_name',
  'applicant_name',
  'from_name',
  'skill',
  'title',
  'excerpt',
  'question',
]);

/** With another text in each free field, as far as the kind allows that. */
function changed(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  textOf: (field: string) => string,
): Readonly<Record<string, unknown>> {
  const { payload: schema } = kinds[kind];
  let form = payload;
  for (const [field, value] of Object.entries(replaceTexts(payload, textOf))) {
    const { [field]: _, ...rest } = form;
    const other = { ...rest, [field]: value };
    if (schema.safeParse(other).success) form = other;
  }
  return form;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function replaceTexts(
  payload: Readonly<Record<string, unknown>>,
  textOf: (field: string) => string,
): Record<string, unknown> {
  const inside = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => inside(field, one));
    if (isRecord(value)) return replaceTexts(value, textOf);
    return free.has(field) && typeof value === 'string' ? textOf(field) : value;
  };
  return Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, inside(field, value)]));
}
