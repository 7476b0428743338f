import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections over which nothing has been asked when the server closes. Browsers and HTTP clients open some ahead
 * of time; to Node.js they are busy, and the server would wait for them until the process is killed.
 */
export function endUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>();

  function forget(this: Socket): void {
    unused.delete(this);
  }
  function use({ socket }: IncomingMessage): void {
    if (unused.delete(socket)) socket.off('close', forget);
  }

  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.on('close', forget);
  });
  app.server.on('request', use);
  app.server.on('upgrade', use);
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
  });
}
