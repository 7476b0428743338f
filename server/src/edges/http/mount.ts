import { Readable } from 'node:stream';
import { type Endpoint, nothing, type StreamedFile, streamedFileSchema } from '@rolecall/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationError } from '../../platform/errors/index.ts';
import {
  allows,
  cookieName,
  isFromAllowedOrigin,
  type RequestContext,
  type Route,
  refuseUnstorable,
  type UploadedFile,
  type Viewer,
} from '../../platform/http/index.ts';
import { onBehalfOf } from '../../platform/workers/index.ts';
import { addressOf, networkOf } from './addresses.ts';
import { createTurns, type Turns, turnsOfPeople } from './turns.ts';

/** Tells who calls by the bearer of `Authorization`: an access token or an API key. */
export type Authenticate = (bearer: string) => Promise<Viewer | null>;

export interface MountOptions {
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly allowedOrigins: readonly string[];
  /** Whether cookies are marked Secure: the public URL is https. */
  readonly secureCookies: boolean;
  readonly uploadLimitBytes: number;
  readonly requestsPerMinute: number;
  readonly credentialAttemptsPerMinute: number;
  /** Of those who are not signed in, by their network. */
  readonly guests: Turns;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null;
    /** A bearer was given, and it is not one of ours any more. */
    bearerRefused: boolean;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

/** Mounts the endpoints. In this order: who calls, how often (wrong tokens count too), whether they may; then the route. */
export function mountRoutes(app: FastifyInstance, options: MountOptions): void {
  app.decorateRequest('viewer', null);
  app.decorateRequest('bearerRefused', false);
  const people = createTurns(turnsOfPeople);
  const limits = limitsOf(app, options);
  for (const route of options.routes) mountRoute(app, route, options, people, limits);
}

function mountRoute(
  app: FastifyInstance,
  route: Route,
  options: MountOptions,
  people: Turns,
  limits: Limits,
): void {
  const { endpoint } = route;
  const needsBody = endpoint.upload === true || !endpoint.body.safeParse(undefined).success;
  app.route({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { endpoint },
    onRequest: async (request) => {
      if (!needsBody && isWithoutBody(request)) delete request.headers['content-type'];
      await identify(request, endpoint, options.authenticate);
    },
    preValidation: [
      endpoint.rateLimit === 'credentials' ? limits.credentials : limits.requests,
      async (request) => checkAccess(request, endpoint),
    ],
    handler: async (request, reply) => {
      const { viewer } = request;
      const call: Parameters<Route['handle']>[0] = {
        ...partsOf(request, endpoint),
        viewer,
        file: endpoint.upload ? await readUpload(request, options.uploadLimitBytes) : null,
        context: {
          requestId: request.id,
          clientAddress: addressOf(request),
          userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
          fromAllowedOrigin: isFromAllowedOrigin(request.headers, options.allowedOrigins),
          cookies: cookiesOf(request, options.secureCookies),
          idempotencyKey: idempotencyKeyOf(request, endpoint),
          setCookie: (name, value, { path, expires }) => {
            reply.setCookie(cookieName(name, options.secureCookies), value, {
              ...cookieOptions(options),
              path,
              expires,
            });
          },
          clearCookie: (name, { path }) => {
            reply.clearCookie(cookieName(name, options.secureCookies), { ...cookieOptions(options), path });
          },
        },
      };
      const answer = await inTurn(() => route.handle(call));
      return answer === gone ? reply.hijack() : send(reply, endpoint, answer);

      function inTurn<Result>(work: () => Promise<Result>): Promise<Result | typeof gone> {
        // What bounds by itself what it takes in shares transactions among requests that come together.
        if (endpoint.rateLimit === 'none') return work();
        if (viewer === null) return options.guests.take(networkOf(request), unlessGone(request, work));
        const { userId } = viewer;
        return people.take(
          userId,
          unlessGone(request, () => onBehalfOf(userId, work)),
        );
      }
    },
  });
}

/** Stands for the answer to a caller who has hung up before it was their turn. */
export const gone = Symbol('gone');

/** Nobody reads the answer to whoever has hung up, so reading is left out; what writes goes on, since it was asked for. */
export const unlessGone =
  <Result>({ method, raw }: FastifyRequest, work: () => Promise<Result>) =>
  async (): Promise<Result | typeof gone> =>
    method === 'GET' && raw.socket.destroyed ? gone : work();

/** Clients name the type of content of each request, also of one that has none. */
function isWithoutBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

/** @throws {ApplicationError} `invalid_request` for text that no database can keep */
function partsOf(request: FastifyRequest, endpoint: Endpoint) {
  const parts = {
    params: endpoint.params === nothing ? undefined : request.params,
    query: endpoint.query === nothing ? undefined : request.query,
    body: endpoint.body === nothing ? undefined : request.body,
  };
  refuseUnstorable(Object.values(parts));
  return parts;
}

/** Cookies by the names that features know them by; over https only those that this very host has set. */
function cookiesOf({ cookies }: FastifyRequest, secure: boolean): RequestContext['cookies'] {
  const prefix = cookieName('', secure);
  const own = Object.entries(cookies).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

const cookieOptions = ({ secureCookies }: MountOptions) =>
  ({ httpOnly: true, sameSite: 'lax', secure: secureCookies }) as const;

async function identify(
  request: FastifyRequest,
  endpoint: Endpoint,
  authenticate: Authenticate,
): Promise<void> {
  const header = request.headers.authorization;
  if (endpoint.access === 'public' || header === undefined) return;
  const bearer = /^Bearer (\S+)$/i.exec(header)?.[1];
  request.viewer = bearer === undefined ? null : await authenticate(bearer);
  request.bearerRefused = request.viewer === null;
}

function checkAccess(request: FastifyRequest, endpoint: Endpoint): void {
  // A token that does not hold is told even where none is needed, so that its owner gets a new one.
  if (request.bearerRefused) throw new ApplicationError('unauthenticated');
  if (allows(endpoint, request.viewer)) return;
  throw new ApplicationError(request.viewer === null ? 'unauthenticated' : 'forbidden');
}

const idempotencyKeyPattern = /^[!-~]{1,255}$/;

function idempotencyKeyOf(request: FastifyRequest, endpoint: Endpoint): string | null {
  const key = request.headers['idempotency-key'];
  if (!endpoint.idempotent || key === undefined) return null;
  if (typeof key === 'string' && idempotencyKeyPattern.test(key)) return key;
  throw new ApplicationError('invalid_request', {
    fields: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters' }],
  });
}

/** What whoever asks too often is told. */
export const rateLimited = (_request: FastifyRequest, { ttl }: { ttl: number }) =>
  new ApplicationError('rate_limited', { extensions: { retry_after: Math.max(1, Math.ceil(ttl / 1000)) } });

type Limits = ReturnType<typeof limitsOf>;

/**
 * One allowance for all endpoints of a kind together: made for each route, there would be as many as routes, since the
 * plugin keeps a store for each that it makes. Whoever is signed in has their own, so that an office is not one caller.
 */
function limitsOf(app: FastifyInstance, options: MountOptions) {
  const common = {
    timeWindow: 60_000,
    errorResponseBuilder: rateLimited,
    keyGenerator: (request: FastifyRequest) => request.viewer?.userId ?? networkOf(request),
  };
  return {
    credentials: app.rateLimit({ ...common, max: options.credentialAttemptsPerMinute }),
    requests: app.rateLimit({
      ...common,
      max: options.requestsPerMinute,
      // An endpoint that bounds by itself what it takes in only does so for those who may call it.
      allowList: ({ viewer, routeOptions: { config } }: FastifyRequest) =>
        config.endpoint?.rateLimit === 'none' && allows(config.endpoint, viewer),
    }),
  };
}

async function readUpload(request: FastifyRequest, limit: number): Promise<UploadedFile> {
  const file = await readForm(request, limit);
  if (file === undefined) {
    throw new ApplicationError('invalid_request', { fields: [{ path: 'file', message: 'is missing' }] });
  }
  refuseUnstorable([file.fileName, file.mediaType]);
  return file;
}

async function readForm(request: FastifyRequest, limit: number): Promise<UploadedFile | undefined> {
  try {
    const part = await request.file({ limits: { fileSize: limit, files: 1, fields: 10, parts: 11 } });
    if (part === undefined || part.fieldname !== 'file') return undefined;
    return { fileName: part.filename ?? '', mediaType: part.mimetype, content: await part.toBuffer() };
  } catch (error) {
    // What has a status is told by it. The reader of forms gives none to a missing boundary or a form that is cut off.
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new ApplicationError('invalid_request', { detail: 'The form cannot be read.', cause: error });
  }
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown) {
  if (endpoint.response === nothing) return reply.code(endpoint.status ?? 204).send();
  const checked = endpoint.response.safeParse(answer);
  if (!checked.success) {
    // The answer breaks the contract: a defect of the server, never a fault of the request.
    throw new Error(`${endpoint.id} answered with something else than its schema`, { cause: checked.error });
  }
  const file = streamedFileSchema.safeParse(checked.data);
  if (file.success) return sendFile(reply, file.data);
  return reply
    .code(endpoint.status ?? 200)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(checked.data));
}

/** A file of a person is only ever downloaded, never shown as a page of this origin. */
function sendFile(reply: FastifyReply, { content, mediaType, fileName }: StreamedFile) {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc8187(fileName)}`)
    .header('cache-control', 'private, no-store')
    .type(mediaType)
    .send(
      content instanceof Uint8Array
        ? Buffer.from(content)
        : // A page that waits for a slow reader is enough.
          Readable.from(content, { highWaterMark: 1 }),
    );
}

/** Encodes a parameter value after RFC 8187; `encodeURIComponent` leaves a few characters that it does not allow. */
function encodeRfc8187(value: string): string {
  return encodeURIComponent(value).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
