import { type Kind, type KindPayload, kindNames, locales } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createShippedTexts, sampleOf } from '../../../testing/messaging/texts.ts';
import { defaultRecipient, type TextRecipient } from './index.ts';

const texts = createShippedTexts();
const english = defaultRecipient;
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
  const text = texts.inbox(kind, payload, english);
  expect(text.title).toBe(title);
  expect(texts.actions(kind, payload, english)[0]?.path).toBe(path);
  expect(text.message).toMatch(/\S/);
});

test('a job alert without place and reasons reads well', () => {
  const text = texts.inbox('job_alert', jobAlert({ location: null, reasons: [] }), english);
  expect(text.message).toBe('87% match');
});

test.each([
  ['en', 'North Quay would like to meet you for an interview. “Tuesday at ten?”'],
  ['de', 'North Quay möchte dich in einem Gespräch kennenlernen. „Tuesday at ten?“'],
  ['fr', 'North Quay souhaite vous rencontrer en entretien. «\u00a0Tuesday at ten?\u00a0»'],
  ['es', 'North Quay quiere conocerte en una entrevista. «Tuesday at ten?»'],
] as const)('what the other side has written is quoted as in %s', (locale, message) => {
  const payload = { ...change, note: ' Tuesday at ten? ' };
  expect(texts.inbox('application_status_changed', payload, { ...english, locale }).message).toBe(message);
});

test('a payload that does not fit any more is told in a plain sentence', () => {
  for (const kind of kindNames) {
    const odd = { from: 'another age' };
    expect(texts.inbox(kind, odd, english).message).toBe('');
    expect(texts.actions(kind, odd, english).length).toBeLessThanOrEqual(1);
  }
});

test.each(locales)('every kind is told in %s, whole and in its own words', (locale) => {
  const reader: TextRecipient = { locale, time_zone: 'Europe/Berlin' };
  for (const kind of kindNames) {
    const { title, message } = texts.inbox(kind, sampleOf(kind), reader);
    for (const text of [title, message]) {
      expect(text, kind).toMatch(/\S/);
      expect(text, kind).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object| {2}| [,.]/);
    }
    const actions = texts.actions(kind, sampleOf(kind), reader);
    for (const { label } of actions) expect(label).toMatch(/\S/);
  }
});

test('no language has left a kind in English', () => {
  const fromThePayload = ['feature_announcement', 'maintenance', 'service_message'];
  for (const kind of kindNames.filter((one) => !fromThePayload.includes(one))) {
    const said = locales.map((locale) => texts.inbox(kind, sampleOf(kind), { ...english, locale }));
    expect(new Set(said.map(({ title, message }) => title + message)).size, kind).toBe(locales.length);
  }
});

test.each([
  ['en', ['1 day', '2 days', '5 days', '1,200 days']],
  ['de', ['1 Tag', '2 Tage', '5 Tage', '1.200 Tage']],
  ['fr', ['1 jour', '2 jours', '5 jours', '1\u202f200 jours']],
  ['es', ['1 día', '2 días', '5 días', '1200 días']],
] as const)('numbers and their words agree in %s', (locale, expected) => {
  const said = [1, 2, 5, 1_200].map((days) => {
    const { message } = texts.inbox('follow_up', { ...application, days }, { ...english, locale });
    return /[\d.,\u202f]*\d\s\p{L}+/u.exec(message)?.[0];
  });
  expect(said).toEqual(expected);
});

test.each([
  ['en', 'America/New_York', 'Monday, August 31, 2026 at 7:59 PM EDT'],
  ['de', 'Europe/Berlin', 'Dienstag, 1. September 2026 um 01:59 MESZ'],
  ['fr', 'Europe/Paris', 'mardi 1er septembre 2026 à 01:59 UTC+2'],
  ['es', 'America/Bogota', 'lunes, 31 de agosto de 2026, 18:59'],
] as const)('moments are told in %s and the zone of the reader', (locale, time_zone, moment) => {
  const payload = { ...application, deadline_at: '2026-08-31T23:59:00Z' };
  const { message } = texts.inbox('job_deadline_reminder', payload, { locale, time_zone });
  expect(message).toContain(moment);
});

test('a zone that nobody knows does not keep a message back', () => {
  const reader: TextRecipient = { locale: 'en', time_zone: 'Mars/Olympus' };
  const { message } = texts.inbox('job_deadline_reminder', sampleOf('job_deadline_reminder'), reader);
  expect(message).toContain('September 2, 2026 at 9:59 PM UTC');
});

test.each([
  ['en', 84_000, 96_000, '€84,000 – €96,000 a year'],
  ['en', null, 96_000, 'up to €96,000 a year'],
  ['de', 84_000, null, 'ab 84.000\u00a0€ im Jahr'],
  ['fr', null, 96_000, 'jusqu’à 96\u202f000\u00a0€ par an'],
  ['es', null, 96_000, 'hasta 96.000\u00a0€ al año'],
] as const)('pay is told as in %s', (locale, minimum, maximum, pay) => {
  const payload = {
    job_id: id,
    job_title: 'Pilot',
    company_name: 'North Quay',
    pay: { minimum, maximum, currency: 'EUR', period: 'year' },
  };
  expect(texts.inbox('salary_alert', payload, { ...english, locale }).message).toContain(pay);
});

test('French has its unbreakable spaces', () => {
  const french: TextRecipient = { locale: 'fr', time_zone: 'UTC' };
  for (const kind of kindNames) {
    const { title, message } = texts.inbox(kind, sampleOf(kind), french);
    expect(`${title} ${message}`, kind).not.toMatch(/ [:;!?»]|« /);
  }
  expect(texts.inbox('skill_gap', { skill: 'Rust', jobs: 2 }, french).title).toBe(
    'Connaissez-vous Rust\u202f?',
  );
});

test('groups say what several are', () => {
  const label = (locale: TextRecipient['locale']) =>
    texts.group('job_alert', jobAlert(), { ...english, locale })?.label;
  expect(locales.map(label)).toEqual([
    'new jobs at North Quay',
    'neue Jobs bei North Quay',
    'nouvelles offres chez North Quay',
    'empleos nuevos en North Quay',
  ]);
});

test.each([
  ['invited', 'Interview for Harbour Pilot', 'North Quay invites you on Monday'],
  ['moved', 'Your interview for Harbour Pilot has moved', 'North Quay meets you on Monday'],
  ['cancelled', 'Your interview for Harbour Pilot is cancelled', 'Your interview with North Quay on'],
])('an interview that is %s says so', (event, title, beginning) => {
  const payload = { ...sampleOf('interview_invitation'), event };
  const text = texts.inbox('interview_invitation', payload, english);
  expect(text.title).toBe(title);
  expect(text.message).toContain(beginning);
});

test('a recruiter is reminded of whom to meet', () => {
  const payload = {
    ...sampleOf('interview_reminder'),
    hours_before: 1,
    audience: 'recruiter',
    applicant_name: 'Ada',
  };
  expect(texts.inbox('interview_reminder', payload, english).title).toBe(
    'In one hour: your interview with Ada',
  );
});
