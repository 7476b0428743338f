import proxyAddress from '@fastify/proxy-addr';
import { closeCodes, type Role, type ServerMessage } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { type Authenticators, createHandshakes } from '../edges/handshake/index.ts';
import { mountNotificationStream } from '../edges/sse/index.ts';
import { createSocketMetrics, createSocketServer } from '../edges/ws/index.ts';
import { visitorAddress } from '../platform/http/index.ts';
import type { Hub } from '../platform/realtime/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './foundation.ts';

/** How long what was opened with an API key is vouched for, in milliseconds: as long as by an access token. */
const apiKeyGrantLifetime = 15 * 60_000;

/** Brings the hub's sockets and streams to the HTTP server; returns the way to take no more sockets. */
export function attachLiveEdges(
  platform: Platform,
  features: Features,
  hub: Hub<ServerMessage, Role>,
  app: FastifyInstance,
): () => void {
  const { config, clock, logger, metrics, database } = platform;
  const { inbox } = features;
  const shared = {
    ...{ hub, clock, logger },
    cookieRule: {
      allowedOrigins: config.http.allowedOrigins,
      secureCookies: config.http.publicUrl.startsWith('https:'),
    },
    handshakes: createHandshakes({ clock, metrics, limits: config.sockets }),
    authenticators: createAuthenticators(platform, features),
  };
  features.sessions.revocations.onRevoked((ids) => {
    for (const id of ids) hub.closeGrant(id, closeCodes.authenticationFailed, 'the session has ended');
  });
  mountNotificationStream(app, shared);
  const trusted = proxyAddress.compile([...config.http.trustedProxies]);
  return createSocketServer({
    ...shared,
    metrics: createSocketMetrics(metrics),
    clientAddress: (request) => visitorAddress(proxyAddress.all(request, trusted)),
    readMarks: {
      mark: async (userId, id) => {
        await database.transaction((tx) => inbox.mark(tx, userId, id, true));
      },
      markSeq: async (userId, seq) => {
        await database.transaction((tx) => inbox.markSeq(tx, userId, seq));
      },
    },
  }).attach(app.server);
}

function createAuthenticators(
  { clock }: Platform,
  { accounts, sessions: { revocations }, tickets }: Features,
): Authenticators {
  return {
    hasEnded: revocations.isKnownRevoked,
    verifyAccessToken: accounts.verifyAccessToken,
    async verifyApiKey(key) {
      const viewer = await accounts.authenticate(key);
      if (viewer === null || viewer.apiKey?.scopes.has('notifications:read') !== true) return null;
      return { viewer, expiresAt: new Date(clock.now().getTime() + apiKeyGrantLifetime) };
    },
    async redeemTicket(ticket) {
      const grant = await tickets.redeem(ticket);
      const grantId = grant?.viewer.sessionId ?? grant?.viewer.apiKey?.id;
      // What asked for the ticket may have ended since.
      return grantId !== undefined && (await revocations.isRevoked(grantId)) ? null : grant;
    },
    sessionViewer: accounts.authenticateSession,
  };
}
