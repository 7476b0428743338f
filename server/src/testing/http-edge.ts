import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { api, type Instance } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach } from 'vitest';
import { createHttpServer } from '../edges/http/server.ts';
import { systemClock } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { DatabaseBusyError } from '../platform/db/index.ts';
import { ApplicationError } from '../platform/errors/index.ts';
import { openRoute, type Route, route, type Viewer } from '../platform/http/index.ts';
import { createHealth, createMetrics, type Logger } from '../platform/observability/index.ts';
import { silent } from './logger.ts';
import { appDocument, emptyPages } from './public-pages.ts';

const people: Readonly<Record<string, Viewer>> = {
  seeker: { userId: '0198c000-0000-7000-8000-000000000001', role: 'job_seeker', sessionId: null },
  recruiter: { userId: '0198c000-0000-7000-8000-000000000002', role: 'recruiter', sessionId: null },
  operator: { userId: '0198c000-0000-7000-8000-000000000004', role: 'operator', sessionId: null },
};
export const resumeId = '0198c000-0000-7000-8000-000000000003';

export const instance = {
  name: 'Rolecall',
  version: '0',
  environment: 'test',
  mailbox: false,
  upload_limit_bytes: 1,
  email_tracking: false,
  sign_in: { passwords: true, passkeys: false, provider: null },
  demo_people: [],
} satisfies Instance;

/** What handlers stand for: those that answer, refuse, and fail. */
const routesThat = (keys: (string | null)[]): readonly Route[] => [
  route(api.events.send, async ({ context }) => {
    keys.push(context.idempotencyKey);
    if (context.idempotencyKey === 'too-much')
      throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
    return { status: 'accepted' as const, notification_id: null, seq: 1, reason: null };
  }),
  openRoute(api.instance.read, async () => ({ ...instance, secret: 'must not get out' })),
  openRoute(api.auth.signIn, async () => {
    throw new ApplicationError('invalid_credentials');
  }),
  openRoute(api.auth.forgotPassword, async () => {}),
  route(api.auth.reauthenticate, async () => {}),
  openRoute(api.auth.signOut, async ({ context }) => {
    if (!context.fromAllowedOrigin) throw new ApplicationError('origin_refused');
    context.clearCookie('rolecall_session', { path: '/' });
    return undefined;
  }),
  route(api.me.read, async () => {
    throw new DatabaseBusyError('no connection came free');
  }),
  route(api.jobs.save, async () => {}),
  route(api.notifications.counts, async () => ({ unread: 1, unseen: 1, head: 2, revision: 0 })),
  route(api.jobs.close, async () => {
    throw new Error('the database password is hunter2');
  }),
  route(api.applications.downloadResume, async () => ({
    content: new TextEncoder().encode('hello'),
    mediaType: 'text/plain',
    fileName: 'Lebenslauf Größe (1).txt',
  })),
  route(api.applications.uploadResume, async ({ file }) => ({
    id: resumeId,
    file_name: file?.fileName ?? '',
    media_type: file?.mediaType ?? '',
    size: file?.content.length ?? 0,
    created_at: '2026-01-01T00:00:00.000Z',
    is_default: true,
    unread: null,
  })),
];

/**
 * The edge of HTTP over a few handlers, for the tests of a file, which closes what it starts.
 *
 * @returns how to start one with these variables, and the idempotency keys of the events that came through
 */
export function createHttpEdges() {
  const keys: (string | null)[] = [];
  const open: FastifyInstance[] = [];
  const webFolder = mkdtempSync(path.join(tmpdir(), 'rolecall-web-'));
  mkdirSync(path.join(webFolder, 'assets'));
  writeFileSync(path.join(webFolder, 'index.html'), appDocument);
  writeFileSync(path.join(webFolder, 'assets', 'main-1a2b.js'), 'export {};');
  afterEach(async () => {
    for (const app of open.splice(0)) await app.close();
  });
  afterAll(() => rmSync(webFolder, { recursive: true, force: true }));

  async function start(
    environment: Readonly<Record<string, string>> = {},
    logger: Logger = silent,
  ): Promise<FastifyInstance> {
    const health = createHealth({ clock: systemClock, onFailure: () => undefined });
    const app = await createHttpServer({
      config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ...environment }),
      clock: systemClock,
      version: '0.0.0',
      logger,
      metrics: createMetrics(),
      health,
      routes: routesThat(keys),
      authenticate: async (bearer) => people[bearer] ?? null,
      readKeySet: async () => ({ keys: [] }),
      tracking: {
        follow: (token) => (token === 'good' ? 'https://elsewhere.example/job?a=1' : null),
        open: (token) => token === 'good',
      },
      markPage: { handle: async () => ({ status: 404, contentType: 'text/html', body: '' }) },
      unsubscribe: {
        handle: async (token, request) => ({
          status: token === 'good' ? 200 : 404,
          contentType: 'text/html; charset=utf-8',
          body:
            request.method === 'GET' ? '<button>Stop</button>' : (request.fields.get('action') ?? 'Stopped'),
        }),
      },
      mailWebhooks: { receive: async () => {} },
      publicPages: emptyPages,
      instance,
      webFolder,
    });
    open.push(app);
    return app;
  }

  return { start, keys };
}

export const sendEvent = (app: FastifyInstance, headers: Readonly<Record<string, string>>) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/events',
    headers,
    payload: { type: 'message', to: { role: 'job_seeker' }, name: 'hello' },
  });

export const as = (name: string) => ({ authorization: `Bearer ${name}` });
