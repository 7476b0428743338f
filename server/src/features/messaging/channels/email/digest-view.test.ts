import type { DigestPayload, KindPayload } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createShippedTexts, sampleOf } from '../../../../testing/messaging/texts.ts';
import { createComposer } from './compose.ts';

const composer = createComposer('https://rolecall.example', createShippedTexts(), 'mail@rolecall.example');
const recipient = {
  user_id: '01990000-0000-7000-8000-000000000001',
  email: 'ada@example.org',
  email_verified: true,
  name: 'Ada Lovelace',
  role: 'job_seeker',
  time_zone: 'Europe/Berlin',
  locale: 'en',
  minimum_match_score: 50,
  is_disabled: false,
} as const;
const compose = (payload: Readonly<Record<string, unknown>>) =>
  composer.compose(
    { kind: 'digest_daily', payload, recipient, createdAt: new Date('2026-09-01T12:00:00Z') },
    'https://rolecall.example/u/token',
  );
const sample = sampleOf('digest_daily');

test('tells each entry in the words of its kind, with a link, and why a job fits', () => {
  const { subject, text, html } = compose(sample);
  expect(subject).toBe('Your day at Rolecall: 5 things that matter to you');
  expect(text).toContain('Aug 31, 2026, 2:00 PM – Sep 1, 2026, 2:00 PM');
  expect(text).toContain(`Harbour Pilot at North Quay
Hamburg · 87% match
- Title: pilot
- Skills: radar, german
- Place: Hamburg
https://rolecall.example/jobs/`);
  expect(text).toContain(
    'North Quay has looked at your application.\nhttps://rolecall.example/applications/',
  );
  expect(text).toContain('3 more things wait in your inbox.');
  expect(text).toContain('Open the inbox:\nhttps://rolecall.example/notifications');
  expect(text).toContain('- Tug Master · Elbe Towage: 84% match now, 71% before.');
  expect(text).toContain('- 120 new jobs\n- 6 new matches\n- 1 application\n');
  expect(html).toContain('Skills: radar, german');
});

test('says nothing of what is not there', () => {
  const nothing = { new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 };
  const { text } = compose({ ...sample, more: 0, changes: [], activity: nothing });
  expect(text).not.toMatch(/more|Since the last one|Around you|\b0\b/);
});

test('leaves out what a later version has collected', () => {
  const entry = { notification_id: recipient.user_id, kind: 'of_the_future', payload: {} };
  const { text } = compose({ ...sample, entries: [entry, ...Object(sample).entries] });
  expect(text).toContain('Harbour Pilot at North Quay');
});

test('stays below what mail programs show in full, whatever it tells', () => {
  const long = '"&<>'.repeat(1_000);
  const alert: KindPayload<'job_alert'> = jobAlert({
    job_title: long,
    company_name: long,
    location: long,
    reasons: (['title', 'skills', 'place', 'pay', 'seniority'] as const).map((code) => ({
      code,
      terms: Array.from({ length: 20 }, () => long),
      points: 10,
    })),
  });
  const entries = Array.from({ length: 20 }, (): DigestPayload['entries'][number] => ({
    notification_id: recipient.user_id,
    kind: 'job_alert',
    payload: { ...alert },
  }));
  const changes = Array.from({ length: 5 }, () => ({
    change: 'job_closed' as const,
    job_id: recipient.user_id,
    job_title: long,
    company_name: long,
  }));
  const { html } = compose({ ...sample, entries, changes });
  expect(Buffer.byteLength(html)).toBeLessThan(90_000);
});
