import { api, type Endpoint } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyRoutes } from '../../features/catalog/companies/companies.routes.ts';
import { jobRoutes } from '../../features/catalog/jobs/jobs.routes.ts';
import { auditRoutes } from '../../features/identity/audit/audit.routes.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { createHealth, createMetrics } from '../../platform/observability/index.ts';
import { createTestCompanies } from '../../testing/companies.ts';
import { describeEachDatabase } from '../../testing/database.ts';
import { instance } from '../../testing/http-edge.ts';
import { createTestJobs } from '../../testing/jobs.ts';
import { emptyPages } from '../../testing/public-pages.ts';
import { createHttpServer } from './server.ts';

const id = '0198c000-0000-7000-8000-00000000dead';
const viewer = (role: Viewer['role'], sessionId: string | null = 's'): Viewer => ({
  userId: id,
  role,
  sessionId,
});
const callers: ReadonlyMap<string, Viewer> = new Map([
  ['job_seeker', viewer('job_seeker')],
  ['recruiter', viewer('recruiter')],
  ['operator', viewer('operator')],
]);
const { readPostings, listOwn, listOfCompany, readPostingsOf } = api.jobs;
const endpoints: readonly Endpoint[] = [
  ...[...Object.values(api.companies), ...Object.values(api.audit)],
  ...[readPostings, listOwn, listOfCompany, readPostingsOf],
];

describeEachDatabase('what is for recruiters or operators', (open) => {
  let app: FastifyInstance;

  beforeAll(async () => {
    const database = await open();
    const house = createTestCompanies(database, systemClock);
    const jobs = createTestJobs(database, systemClock);
    app = await createHttpServer({
      config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ROLECALL_RATE_LIMIT_PER_MINUTE: '1000' }),
      clock: systemClock,
      version: '0.0.0',
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      health: createHealth({ clock: systemClock, onFailure: () => undefined }),
      routes: [
        ...companyRoutes(house),
        ...jobRoutes({ database, jobs }),
        ...auditRoutes({ database, clock: systemClock, audit: house.audit }),
      ],
      authenticate: async (bearer) => callers.get(bearer) ?? null,
      readKeySet: async () => ({ keys: [] }),
      unsubscribe: { handle: async () => ({ status: 404, contentType: 'text/html', body: '' }) },
      markPage: { handle: async () => ({ status: 404, contentType: 'text/html', body: '' }) },
      mailWebhooks: { receive: async () => {} },
      tracking: { follow: () => null, open: () => false },
      publicPages: emptyPages,
      instance,
      webFolder: import.meta.dirname,
    });
  });
  afterAll(() => app.close());

  const statusOf = async ({ method, path }: Endpoint, caller: string | null) => {
    const answer = await app.inject({
      method,
      url: path.replaceAll(/\{\w+\}/g, id),
      headers: caller === null ? {} : { authorization: `Bearer ${caller}` },
    });
    return answer.statusCode;
  };

  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    'is refused to everybody else: %s',
    async (_name, endpoint) => {
      expect(await statusOf(endpoint, null)).toBe(401);
      for (const [name, { role }] of callers) {
        if (endpoint.access.includes(role)) continue;
        expect(await statusOf(endpoint, name)).toBe(403);
      }
      const isOperators = endpoint.path.startsWith('/api/v1/operator/');
      expect(endpoint.access).toEqual([isOperators ? 'operator' : 'recruiter']);
    },
  );
});
