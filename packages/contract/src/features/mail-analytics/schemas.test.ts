import { expect, test } from 'vitest';
import { mailAnalyticsQuerySchema, mailGroupsExportQuerySchema, mailGroupsQuerySchema } from './schemas.ts';

const week = { from: '2030-01-01T00:00:00.000Z', to: '2030-01-08T00:00:00.000Z' };
const year = { ...week, to: '2031-01-01T00:00:00.000Z' };
const messagesOf = (schema: typeof mailAnalyticsQuerySchema | typeof mailGroupsQuerySchema, query: object) =>
  (schema.safeParse(query).error?.issues ?? []).map(({ message }) => message);

test('a range goes forward, for at most as long as counters are kept', () => {
  expect(messagesOf(mailAnalyticsQuerySchema, week)).toEqual([]);
  expect(messagesOf(mailAnalyticsQuerySchema, { from: week.to, to: week.from })).toEqual([
    'must be after from',
  ]);
  expect(messagesOf(mailAnalyticsQuerySchema, { ...week, to: '2032-01-01T00:00:00.000Z' })).toEqual([
    'must be at most 400 days after from',
  ]);
});

test('hours are told of a month at most', () => {
  expect(messagesOf(mailAnalyticsQuerySchema, { ...week, interval: 'hour' })).toEqual([]);
  expect(messagesOf(mailAnalyticsQuerySchema, { ...year, interval: 'hour' })).toEqual([
    'can be hour for at most 32 days',
  ]);
});

test('what a mail was and where it went are not asked for together', () => {
  const both = 'cannot be combined with a kind, locale or template version';
  expect(messagesOf(mailAnalyticsQuerySchema, { ...week, domain: 'example.org' })).toEqual([]);
  expect(messagesOf(mailAnalyticsQuerySchema, { ...week, domain: 'example.org', locale: 'de' })).toEqual([
    both,
  ]);
  expect(messagesOf(mailGroupsQuerySchema, { ...week, group_by: 'domain', kind: 'job_alert' })).toEqual([
    both,
  ]);
  expect(messagesOf(mailGroupsQuerySchema, { ...week, group_by: 'kind', domain: 'example.org' })).toEqual([
    both,
  ]);
  expect(mailGroupsExportQuerySchema.parse(week)).toMatchObject({ group_by: 'template', sort: 'sent' });
});
