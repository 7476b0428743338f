import { expect, expectTypeOf, test } from 'vitest';
import { api } from './api.ts';
import { endpoint, noInput, nothing } from './core/endpoint.ts';
import { describeError } from './core/errors.ts';
import { errorCodes } from './errors.ts';
import { collect, collectEndpoints, type Feature } from './fold.ts';
import { actionsOf, kindNames, kinds, priorityOf } from './kinds/index.ts';
import { allEndpoints } from './openapi.ts';

const one = endpoint({
  ...noInput,
  id: 'one',
  method: 'GET',
  path: '/api/v1/one',
  tag: 'One',
  summary: 'One',
  access: 'public',
  response: nothing,
  errors: ['no_luck'],
});
const two = endpoint({ ...one, id: 'two', path: '/api/v1/two' });

const first = {
  endpoints: { shared: { one } },
  errors: { no_luck: describeError(409, 'later', 'No luck', 'It did not work out.') },
} satisfies Feature;
const second = { endpoints: { shared: { two }, own: { two } } } satisfies Feature;

test('features add to the same group of endpoints', () => {
  const table = collectEndpoints({ first, second });
  expect(table).toEqual({ shared: { one, two }, own: { two } });
  expectTypeOf(table.shared.two.response).toEqualTypeOf<typeof nothing>();
});

test('what only some features have is one table', () => {
  const errors = collect({ first, second }, 'errors');
  expect(Object.keys(errors)).toEqual(['no_luck']);
  expectTypeOf<keyof typeof errors>().toEqualTypeOf<'no_luck'>();
});

test('two features cannot bring the same name', () => {
  expect(() => collect({ first, again: first }, 'errors')).toThrow('two features bring no_luck');
  expect(() => collectEndpoints({ first, again: first })).toThrow('two features bring one');
});

test('an operation has one id, one place and errors of the table', () => {
  const endpoints = allEndpoints();
  expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
  expect(endpoints.flatMap(({ errors = [] }) => errors.filter((code) => !(code in errorCodes)))).toEqual([]);
  expect(api.jobs.search.id).toBe('searchJobs');
});

test('kinds stand in the order of their categories', () => {
  expect(kindNames).toHaveLength(Object.keys(kinds).length);
  expect(kinds[kindNames[0] ?? 'security_alert'].category).toBe('jobs');
  expect(kindNames.at(-1)).toBe('security_alert');
});

test('a kind says when it is urgent', () => {
  expect(priorityOf('interview_reminder', { hours_before: 1 })).toBe('urgent');
  expect(priorityOf('interview_reminder', { hours_before: 24 })).toBe('high');
});

test('a kind names its buttons, and none for a payload that is not its own any more', () => {
  const id = '0190a6de-0000-7000-8000-000000000000';
  const job = {
    job_id: id,
    job_title: 'Baker',
    company_name: 'Crust',
    deadline_at: '2030-01-01T00:00:00.000Z',
  };
  expect(actionsOf('job_deadline_reminder', job)).toEqual([{ id: 'open_job', path: `/jobs/${id}` }]);
  expect(actionsOf('job_deadline_reminder', { job_id: id })).toEqual([]);
});
