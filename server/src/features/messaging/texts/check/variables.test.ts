import { kindNames } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { textsOf } from '../../../../testing/messaging/texts.ts';
import { sampleOf } from './samples.ts';
import { variablesOf } from './variables.ts';

const named = (kind: (typeof kindNames)[number], channel: 'inbox' | 'email' = 'inbox') =>
  new Map(variablesOf(textsOf(kind), channel).map(({ name, type, optional }) => [name, { type, optional }]));

test('variables have the types of their payload', () => {
  const alert = named('job_alert');
  expect(alert.get('job_title')).toEqual({ type: 'string', optional: false });
  expect(alert.get('score')).toEqual({ type: 'integer', optional: false });
  expect(alert.get('location')).toEqual({ type: 'string', optional: true });
  expect(alert.get('deadline_at')).toEqual({ type: 'instant', optional: true });
  expect(alert.get('reasons')).toEqual({ type: 'list of objects', optional: false });
  expect(alert.get('reasons[].terms')).toEqual({ type: 'list of texts', optional: false });
  expect(named('salary_alert').get('pay.currency')).toEqual({ type: 'string', optional: false });
  expect(named('welcome').get('role')?.type).toContain('recruiter');
});

test('a mail can name more than the inbox', () => {
  expect(named('offer').has('action_url')).toBe(false);
  expect(named('offer', 'email').get('action_url')).toEqual({ type: 'string', optional: false });
  expect(named('offer').get('reader.time_zone')).toEqual({ type: 'string', optional: false });
  expect(named('interview_invitation', 'email').has('calendar.google_url')).toBe(true);
  expect(named('offer', 'email').has('calendar.google_url')).toBe(false);
  expect(named('digest_weekly', 'email').has('told[].title')).toBe(true);
});

test.each(kindNames)('%s has each name once, and all that its sample has', (kind) => {
  for (const channel of ['inbox', 'email'] as const) {
    const names = variablesOf(textsOf(kind), channel).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(Object.keys(sampleOf(textsOf(kind)))));
  }
});
