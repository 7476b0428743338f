import { createClient } from '@rolecall/client';
import { api, type Endpoint, type Role, roles } from '@rolecall/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ServerProcess, startServer } from '../support/server.ts';

const paginated = Object.values(api)
  .flatMap((group): Endpoint[] => Object.values(group))
  .filter(({ query }) => query instanceof z.ZodObject && 'cursor' in query.shape);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const id = '0190f2a8-8d5c-7c3e-9f6a-2b1d4c8e7f60';
const moment = '2026-03-01T09:30:00.123Z';

/** What comes from a client that lost a part, from a former version, and from somebody who tries. */
const malformed = [
  'x',
  '%',
  encode(null),
  encode({}),
  encode([]),
  encode(['']),
  encode(['', '']),
  encode([moment, id]),
  encode(['', '2026-02-30T00:00:00.000Z', id]),
  encode(['', '0000-01-01T00:00:00.000Z', id]),
  encode(['', '+275760-09-13T00:00:00.000Z', id]),
  encode(['', moment, '-'.repeat(36)]),
  encode(['', -1, '\0']),
  encode(['', '1e999', moment, id]),
  encode(['', moment, '9'.repeat(40)]),
];

/** What an endpoint needs beside the cursor, where that is more than ids in its path; `q` has hits by relevance. */
const queries: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  searchJobs: [{}, { q: 'engineer', sort: 'relevance' }],
  listMailAnalytics: [{ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' }],
};

let server: ServerProcess;
/** An access token of somebody of each role, and what stands in the paths. */
const tokens = new Map<Role, string>();
const ids = new Map<string, string>();

beforeAll(async () => {
  server = await startServer({ args: ['--demo'], environment: { ROLECALL_RATE_LIMIT_PER_MINUTE: '10000' } });
  const people = { job_seeker: 'mara', recruiter: 'ravi', operator: 'odile' } as const;
  for (const role of roles) {
    const client = createClient({ baseUrl: server.url });
    const body = { email: `${people[role]}@demo.example`, password: 'rolecall-demo' };
    const session = await client.auth.signIn({ body });
    tokens.set(role, session.access_token);
    if (role === 'job_seeker') ids.set('user_id', session.account.id);
    if (role === 'recruiter')
      ids.set('job_id', (await client.jobs.listOwn({ query: {} })).items[0]?.id ?? '');
    if (role === 'operator') {
      ids.set('source_id', (await client.operator.listSources({ query: {} })).items[0]?.id ?? '');
      ids.set('company_id', (await client.companies.list({ query: {} })).items[0]?.id ?? '');
    }
  }
});
afterAll(() => server.stop());

function get(endpoint: Endpoint, query: Readonly<Record<string, string>>): Promise<Response> {
  const role = typeof endpoint.access === 'string' ? 'job_seeker' : endpoint.access[0];
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? name);
  return fetch(`${server.url}${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${(role && tokens.get(role)) ?? ''}` },
  });
}

const cases = paginated.flatMap((endpoint) =>
  (queries[endpoint.id] ?? [{}]).map((query) => ({ id: endpoint.id, query, endpoint })),
);

test.each(cases)(
  '$id answers a malformed cursor with 400 and its code ($query)',
  async ({ endpoint, query }) => {
    expect((await get(endpoint, query)).status).toBe(200);
    for (const cursor of malformed) {
      const response = await get(endpoint, { ...query, cursor });
      const answer = { cursor, status: response.status, problem: await response.json() };
      expect(answer).toMatchObject({ cursor, status: 400, problem: { code: 'invalid_cursor' } });
    }
  },
);
