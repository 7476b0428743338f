import type { DigestPayload, TemplateVariable } from '@rolecall/contract';
import {
  type MailExtras,
  sampleApplication,
  sampleId,
  sampleJob,
} from '../../../../platform/kind-texts/index.ts';

/** A digest of a job that fits and of an application that goes on. */
export const sampleDigest = (frequency: DigestPayload['frequency'], from: string): DigestPayload => ({
  frequency,
  from,
  until: '2026-09-01T12:00:00.000Z',
  entries: [
    {
      notification_id: sampleId(5),
      kind: 'job_alert',
      payload: {
        ...sampleJob,
        location: 'Hamburg',
        score: 87,
        reasons: [
          { code: 'title', terms: ['pilot'], points: 40 },
          { code: 'skills', terms: ['radar', 'german'], points: 35 },
          { code: 'place', terms: ['Hamburg'], points: 12 },
        ],
        cluster_id: sampleJob.job_id,
        deadline_at: '2026-09-30T21:59:00.000Z',
      },
    },
    {
      notification_id: sampleId(6),
      kind: 'application_status_changed',
      payload: {
        ...sampleApplication,
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
    { change: 'job_closed', job_id: sampleId(9), job_title: 'VTS Operator', company_name: 'Port Office' },
    {
      change: 'deadline_near',
      job_id: sampleId(10),
      job_title: 'Deck Officer',
      company_name: 'Baltic Lines',
      deadline_at: '2026-09-03T21:59:00.000Z',
    },
    {
      change: 'score_changed',
      job_id: sampleId(7),
      job_title: 'Tug Master',
      company_name: 'Elbe Towage',
      score: 84,
      previous_score: 71,
    },
  ],
  activity: { new_jobs: 120, new_matches: 6, applications: 1, application_changes: 1 },
});

const variables: readonly TemplateVariable[] = [
  { name: 'told[].title', type: 'string', optional: false },
  { name: 'told[].message', type: 'string', optional: false },
  { name: 'told[].url', type: 'string', optional: false },
  { name: 'told[].location', type: 'string', optional: true },
  { name: 'told[].score', type: 'integer', optional: true },
  { name: 'told[].unverified', type: 'boolean', optional: false },
  { name: 'told[].company_domain', type: 'string', optional: true },
  { name: 'told[].reasons', type: 'list of objects', optional: false },
  { name: 'held[].job_title', type: 'string', optional: false },
  { name: 'held[].company_name', type: 'string', optional: false },
];

/** Its entries in the words of their kinds. */
export const digestExtras: MailExtras = {
  variables,
  sample: {
    held: [{ job_title: 'Berth Planner', company_name: 'Quay Works' }],
    told: [
      {
        title: 'Harbour Pilot at North Quay',
        message: '87% match',
        url: 'https://rolecall.example/jobs',
        location: 'Hamburg',
        score: 87,
        unverified: true,
        company_domain: null,
        reasons: [{ code: 'skills', terms: ['radar'], points: 35 }],
      },
      {
        title: 'News',
        message: '',
        url: 'https://rolecall.example/notifications',
        location: null,
        score: null,
        unverified: false,
        company_domain: null,
        reasons: [],
      },
    ],
  },
};
