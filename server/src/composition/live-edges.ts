import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import { type Authenticators, createHandshakes } from '../edges/handshake/index.ts';
import { mountNotificationStream } from '../edges/sse/index.ts';
import { createSocketMetrics, createSocketServer } from '../edges/ws/index.ts';
import type { Hub } from '../platform/realtime/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './platform.ts';

/** How long what was opened with an API key is vouched for, in milliseconds: as long as by an access token. */
const apiKeyGrantLifetime = 15 * 60_000;

/** Brings the hub's sockets and streams to the HTTP server; returns the way to take no more sockets. */
export function attachLiveEdges(
  platform: Platform,
  features: Features,
  hub: Hub,
  app: FastifyInstance,
): () => void {
  const { config, clock, logger, metrics, database } = platform;
  const { inbox } = features;
  const shared = {
    ...{ hub, clock, logger },
    allowedOrigins: config.http.allowedOrigins,
    handshakes: createHandshakes({ clock, metrics, limits: config.sockets }),
    authenticators: createAuthenticators(platform, features),
  };
  mountNotificationStream(app, shared);
  const trusted = proxyAddress.compile([...config.http.trustedProxies]);
  return createSocketServer({
    ...shared,
    metrics: createSocketMetrics(metrics),
    clientAddress: (request) => proxyAddress(request, trusted),
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

function createAuthenticators({ clock }: Platform, { accounts, tickets }: Features): Authenticators {
  return {
    verifyAccessToken: accounts.verifyAccessToken,
    async verifyApiKey(key) {
      const viewer = await accounts.authenticate(key);
      if (viewer === null) return null;
      return { viewer, expiresAt: new Date(clock.now().getTime() + apiKeyGrantLifetime) };
    },
    redeemTicket: tickets.redeem,
    sessionViewer: accounts.authenticateSession,
  };
}
