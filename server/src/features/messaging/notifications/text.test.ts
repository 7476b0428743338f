import { type Kind, type KindPayload, kindNames } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { renderActions, renderInboxText } from './index.ts';

const id = '01990000-0000-7000-8000-000000000001';
const token = 'a+b/c=';
const application = { application_id: id, job_id: id, job_title: 'Pilot', company_name: 'North Quay' };
const change: KindPayload<'application_status_changed'> = {
  ...application,
  old_status: 'viewed',
  new_status: 'interview',
  note: '',
  audience: 'applicant',
  applicant_name: 'Ada',
};
const door = { name: 'Ada', email: 'ada@example.org', token, expires_at: '2026-09-01T13:00:00Z' };

test.each<[Kind, Record<string, unknown>, string, string]>([
  ['welcome', { name: 'Ada', role: 'job_seeker' }, 'Welcome to Rolecall, Ada', '/settings/profile'],
  ['welcome', { name: 'Bo', role: 'recruiter' }, 'Welcome to Rolecall, Bo', '/company/jobs'],
  ['email_verification', door, 'Confirm your e-mail address', '/verify-email?token=a%2Bb%2Fc%3D'],
  ['password_reset', door, 'Set a new password', '/reset-password?token=a%2Bb%2Fc%3D'],
  ['job_alert', jobAlert({ job_id: id }), 'Harbour Pilot at North Quay', `/jobs/${id}`],
  [
    'application_received',
    { ...application, applicant_name: 'Ada' },
    'Ada has applied',
    `/company/jobs/${id}/applicants`,
  ],
  ['application_confirmation', application, 'Your application has arrived', `/applications/${id}`],
  ['application_status_changed', change, 'News about Pilot', `/applications/${id}`],
  [
    'application_status_changed',
    { ...change, new_status: 'withdrawn', audience: 'recruiter' },
    'Ada has withdrawn',
    `/company/jobs/${id}/applicants`,
  ],
])('%s says what happened and where to go', (kind, payload, title, path) => {
  const text = renderInboxText(kind, payload, 'en');
  expect(text.title).toBe(title);
  expect(renderActions(kind, payload, 'en')[0]?.path).toBe(path);
  expect(text.message).toMatch(/\S/);
});

test('a job alert without place and reasons reads well', () => {
  const text = renderInboxText('job_alert', jobAlert({ location: null, reasons: [] }), 'en');
  expect(text.message).toBe('87 % match');
});

test('what the other side has written is quoted', () => {
  const text = renderInboxText('application_status_changed', { ...change, note: ' Tuesday at ten? ' }, 'en');
  expect(text.message).toBe('North Quay would like to meet you for an interview. “Tuesday at ten?”');
});

test('a language without texts reads English', () => {
  const alert = jobAlert();
  expect(renderInboxText('job_alert', alert, 'fr')).toEqual(renderInboxText('job_alert', alert, 'en'));
});

test('a payload that does not fit any more is told in a plain sentence', () => {
  for (const kind of kindNames) {
    const odd = { from: 'another age' };
    expect(renderInboxText(kind, odd, 'en').message).toBe('');
    expect(renderActions(kind, odd, 'en').length).toBeLessThanOrEqual(1);
  }
});
