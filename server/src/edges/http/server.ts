import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { Instance } from '@rolecall/contract';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { PublicPages } from '../../features/catalog/public-pages/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import type { Route } from '../../platform/http/index.ts';
import { measureJson } from '../../platform/nesting/index.ts';
import type { Health, Logger, Metrics } from '../../platform/observability/index.ts';
import type { WebhookReceiver } from '../../platform/webhooks/index.ts';
import { networkOf } from './addresses.ts';
import { answerClientError, ignoreExpectations } from './client-errors.ts';
import { answerFailure, answerFailures } from './failures.ts';
import { refuseForeignHosts } from './hosts.ts';
import { type MailPage, mountMailPage } from './mail-pages.ts';
import { mountMailWebhooks } from './mail-webhooks.ts';
import { type Authenticate, mountRoutes } from './mount.ts';
import { mountOperations } from './operations.ts';
import { createPacedServer } from './pace.ts';
import { mountReference } from './reference.ts';
import { mountSecurityText } from './security-text.ts';
import { mountTracking, type Tracking } from './tracking.ts';
import { createTurns, turnsOfGuests } from './turns.ts';
import { noticeUntrustedProxies } from './untrusted-proxies.ts';
import { endUnusedConnections } from './unused-connections.ts';
import { mountWeb } from './web.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answers end when the client or the server does, so that their duration says nothing. */
    readonly endless?: boolean;
  }
}

export interface HttpServerOptions {
  readonly config: Config;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  /** Keys that verify access tokens, as a JSON Web Key Set. */
  readonly readKeySet: () => Promise<object>;
  readonly unsubscribe: MailPage;
  readonly markPage: MailPage;
  readonly mailWebhooks: WebhookReceiver;
  readonly tracking: Tracking;
  readonly publicPages: PublicPages;
  readonly instance: Instance;
  /** Folder of the built web application. */
  readonly webFolder: string;
}

/** Builds the HTTP server; `listen` and `close` are the caller's. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { config, logger, metrics } = options;
  const app = fastify({
    loggerInstance: asFastifyLogger(logger),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: config.http.bodyLimitBytes,
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: true },
    trustProxy: config.http.trustedProxies.length > 0 ? [...config.http.trustedProxies] : false,
    serverFactory: (handle) =>
      createPacedServer({ requestTimeout: 60_000, keepAliveTimeout: 72_000 }, handle),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: answerFailure,
    clientErrorHandler: answerClientError,
  });

  readSmallJson(app);
  answerFailures(app);
  ignoreExpectations(app);
  endUnusedConnections(app);
  observeRequests(app, metrics);
  noticeUntrustedProxies(app, { trustedProxies: config.http.trustedProxies, logger, metrics });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // Older browsers do not take the socket of the same host for 'self'.
        connectSrc: ["'self'", config.http.publicUrl.replace(/^http/, 'ws')],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.http.publicUrl.startsWith('https:') ? { maxAge: 15_552_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
  });
  refuseForeignHosts(app, config);
  await app.register(cors, {
    origin: [...config.http.allowedOrigins],
    // Left out, a browser would be told of the safe ones only, and pages of other origins could mark nothing as read.
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['retry-after', 'x-request-id'],
  });
  await app.register(cookie);
  await app.register(multipart);
  await app.register(rateLimit, {
    global: false,
    cache: 50_000,
    hook: 'preValidation',
    keyGenerator: networkOf,
  });

  mountOperations(app, { health: options.health, metrics, metricsAccess: config.metrics });
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').send(await options.readKeySet()),
  );
  mountSecurityText(app, config, options.clock);
  await mountReference(app, options.version);
  await mountMailPage(app, 'u', options.unsubscribe);
  await mountMailPage(app, 'm', options.markPage);
  await mountMailWebhooks(app, options.mailWebhooks);
  await mountTracking(app, options.tracking);
  const guests = createTurns(turnsOfGuests);
  mountRoutes(app, {
    routes: options.routes,
    authenticate: options.authenticate,
    allowedOrigins: config.http.allowedOrigins,
    secureCookies: config.http.publicUrl.startsWith('https:'),
    uploadLimitBytes: config.http.uploadLimitBytes,
    requestsPerMinute: config.http.rateLimitPerMinute,
    credentialAttemptsPerMinute: config.http.signInRateLimitPerMinute,
    guests,
  });
  await mountWeb(app, options.webFolder, {
    pages: options.publicPages,
    instance: options.instance,
    secureCookies: config.http.publicUrl.startsWith('https:'),
    requestsPerMinute: config.http.rateLimitPerMinute,
    guests,
  });
  return app;
}

/** Objects and lists in each other; what the interface takes has about ten. */
const deepestBody = 64;
/** Names in one object; what the interface takes has a few hundred, in the data of an event. */
const mostNames = 2_000;

/** In the whole body, lists and objects included; a call with as many events as it takes has some ten thousand. */
const mostValues = 100_000;

/**
 * Refuses bodies that are nested so deep that whatever goes through them recursively, from validation to the database,
 * would overflow the stack, and those with so many values, or an object of so many names, that making them holds everybody up.
 */
function readSmallJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const { depth, names, values } = measureJson(body);
    const refuse = (detail: string) => done(new ApplicationError('invalid_json', { detail }));
    if (depth > deepestBody) refuse(`It is more than ${deepestBody} levels deep.`);
    else if (names > mostNames) refuse(`An object in it has more than ${mostNames} names.`);
    else if (values > mostValues) refuse(`It has more than ${mostValues} values.`);
    else parse(request, body, done);
  });
}

/** No page of this server needs any of these, so that nothing that got into one can use them. */
const permissionsPolicy =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), ' +
  'display-capture=(), browsing-topics=()';

/** Fastify types its logger by an interface of its own, which pino's has all of. */
function asFastifyLogger(logger: Logger): FastifyBaseLogger {
  return logger;
}

function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  const duration = metrics.histogram(
    {
      name: 'rolecall_http_request_duration_seconds',
      help: 'Time from the request to the end of the answer',
      labels: ['method', 'route', 'status'],
    },
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  );
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { url: route = 'unknown', config } = request.routeOptions;
    if (!config.endless || reply.statusCode !== 200) {
      duration.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
    }
    request.log.info(
      {
        method: request.method,
        url: request.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
