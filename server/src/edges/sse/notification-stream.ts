import {
  closeCodes,
  type NotificationType,
  notificationStreamPath,
  notificationStreamQuerySchema,
  notificationTypeSchema,
  notificationTypes,
  type Role,
  type ServerMessage,
  typeTopic,
} from '@rolecall/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import { visitorAddress } from '../../platform/http/index.ts';
import type { Logger } from '../../platform/observability/index.ts';
import type { Connection, Hub, ResumePoint } from '../../platform/realtime/index.ts';
import {
  type Authenticators,
  authenticate,
  believedCookies,
  type CookieRule,
  type Handshakes,
  type Proofs,
} from '../handshake/index.ts';
import { readCursors } from './cursors.ts';
import { EventStreamTransport } from './transport.ts';

export interface NotificationStreamDependencies {
  readonly hub: Hub<ServerMessage, Role>;
  readonly authenticators: Authenticators;
  readonly handshakes: Handshakes;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cookieRule: CookieRule;
}

/** What a client asks for. */
interface Wish {
  readonly types: readonly NotificationType[];
  /** Undefined: it begins here. */
  readonly from: ResumePoint | undefined;
}

/** Seconds after which somebody who was turned away may try again. */
const retryAfter = { 429: 1, 503: 5 } as const;

const explanations = {
  expired: 'The token has expired.',
  invalid: 'There is no access token, API key, ticket or session that holds.',
  malformed: 'This is neither an access token nor an API key.',
} as const;

/**
 * Serves the stream of a person as server-sent events: the messages of the socket, for clients that it does not reach.
 * Whoever may not have it, or asks for what there is not, is answered with a problem before the stream begins.
 */
export function mountNotificationStream(
  app: FastifyInstance,
  dependencies: NotificationStreamDependencies,
): void {
  const { hub, authenticators, handshakes, clock, logger, cookieRule } = dependencies;

  app.get(
    notificationStreamPath,
    { exposeHeadRoute: false, config: { endless: true } },
    async (request, reply) => {
      const admission = handshakes.admit(visitorAddress(request.ips ?? [request.ip]));
      if (admission !== 'admitted') throw turnedAway(admission);
      const wish = readWish(request);
      await handshakes.during(() => open(request, reply, wish));
    },
  );
  // Without this the path would be taken for one of a notification.
  app.route({
    method: ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: notificationStreamPath,
    handler: async (_request, reply) => {
      reply.header('allow', 'GET');
      throw new ApplicationError('method_not_allowed');
    },
  });

  async function open(request: FastifyRequest, reply: FastifyReply, wish: Wish): Promise<void> {
    const identity = await authenticate(proofsOf(request), authenticators, cookieRule);
    if (typeof identity === 'string') {
      handshakes.refused(401);
      throw new ApplicationError('unauthenticated', { detail: explanations[identity] });
    }
    const response = reply.raw;
    // What is written to a client that has just gone fails; its end is told by `close`.
    response.on('error', (error) => logger.debug({ err: error }, 'a stream failed'));
    const transport = new EventStreamTransport(response, () => begin(reply));
    const connection = await hub.accept(transport, identity, { resumes: wish.from !== undefined });
    if (connection === null) throw turnedAway(503);
    reply.hijack();
    if (response.destroyed) {
      hub.release(connection);
      return;
    }
    if (identity.grantId !== null && authenticators.hasEnded(identity.grantId)) {
      // It ended while the hub took it over.
      hub.close(connection, closeCodes.authenticationFailed, 'authentication failed');
      return;
    }
    response.once('close', () => hub.release(connection));
    transport.onHeartbeat = () => beat(transport, connection);
    follow(connection, identity.role, wish).catch((error: unknown) => {
      logger.error({ err: error }, 'a stream could not be resumed');
      hub.close(connection, closeCodes.overLimit, 'try again later');
    });
  }

  function beat(transport: EventStreamTransport, connection: Connection): void {
    hub.pong(connection);
    // Such a client says nothing: that it takes what is written is all that shows it to be there.
    transport.onceDrained(() => {
      connection.heard = true;
    });
  }

  async function follow(connection: Connection, role: Role, { types, from }: Wish): Promise<void> {
    if (types.length > 0) {
      hub.subscribe(
        connection,
        types.map((type) => typeTopic(type, role)),
      );
      hub.send(connection, {
        type: 'subscribed',
        notification_types: notificationTypes.filter((name) => types.includes(name)),
        topics: hub.topicsOf(connection),
        timestamp: clock.now().toISOString(),
      });
    }
    if (from !== undefined) await hub.resume(connection, from);
  }

  function turnedAway(status: 429 | 503): ApplicationError {
    handshakes.refused(status);
    const extensions = { retry_after: retryAfter[status] };
    return status === 429
      ? new ApplicationError('rate_limited', { extensions })
      : new ApplicationError('unavailable', { detail: 'There are too many connections.', extensions });
  }

  function proofsOf(request: FastifyRequest): Proofs {
    const { headers } = request;
    const query = notificationStreamQuerySchema.parse(request.query);
    return {
      bearer: headers.authorization === undefined ? null : readBearer(headers.authorization),
      token: query.token ?? null,
      ticket: query.ticket ?? null,
      cookies: believedCookies(headers, cookieRule),
    };
  }
}

/** Something else than a bearer is no token either. */
function readBearer(header: string): string {
  return /^Bearer (\S+)$/i.exec(header)?.[1] ?? '';
}

/** @throws {ApplicationError} `unknown_notification_type`, `invalid_request` */
function readWish(request: FastifyRequest): Wish {
  const query = notificationStreamQuerySchema.parse(request.query);
  const names = (query.types ?? '').split(',').filter((name) => name !== '');
  const types = z.array(notificationTypeSchema).safeParse(names);
  if (!types.success) throw new ApplicationError('unknown_notification_type');
  const header = request.headers['last-event-id'];
  const lastEventId = typeof header === 'string' ? header : query.last_event_id;
  return { types: types.data, from: readCursors(lastEventId, query.topics) };
}

function begin(reply: FastifyReply): void {
  const response = reply.raw;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Nothing follows on this connection, so that it does not outlive a server that stops.
    connection: 'close',
  });
}
