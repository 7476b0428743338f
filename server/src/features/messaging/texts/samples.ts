import { type Kind, type KindPayload, kinds } from '@rolecall/contract';

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
