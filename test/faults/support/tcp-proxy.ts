import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP connection through a proxy: the end of whoever has called, and the one to whom that leads. */
export interface Link {
  readonly caller: Socket;
  readonly target: Socket;
  /** Ends both with a reset, as a broken line does. */
  reset(): void;
}

export interface TcpProxy {
  readonly port: number;
  readonly links: ReadonlySet<Link>;
  /** Resets all links. */
  resetAll(): void;
  /** From now on resets whoever calls, until it is given back. */
  refuse(refused: boolean): void;
  /** Ends everything. */
  close(): Promise<void>;
}

export interface TcpProxyOptions {
  /** Port on this machine that the next call leads to. */
  readonly targetPort: () => number;
  /** Handles what comes over a new link; `pass` is what does nothing to it. */
  readonly onLink: (link: Link) => void;
}

const host = '127.0.0.1';

/** Listens on a free port, and leads whoever calls to another. */
export async function startTcpProxy({ targetPort, onLink }: TcpProxyOptions): Promise<TcpProxy> {
  const links = new Set<Link>();
  let refusing = false;

  const server = createServer((caller) => {
    if (refusing) {
      caller.on('error', () => {});
      caller.resetAndDestroy();
      return;
    }
    const target = connect({ host, port: targetPort(), noDelay: true });
    caller.setNoDelay(true);
    const link: Link = {
      caller,
      target,
      reset() {
        caller.resetAndDestroy();
        target.resetAndDestroy();
      },
    };
    links.add(link);
    for (const socket of [caller, target]) {
      // What is behind one end is told to the other by the `close` that follows.
      socket.on('error', () => {});
      socket.on('close', () => links.delete(link));
    }
    onLink(link);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');

  const resetAll = () => {
    for (const link of links) link.reset();
  };
  return {
    port: address.port,
    links,
    resetAll,
    refuse(refused) {
      refusing = refused;
      if (refused) resetAll();
    },
    async close() {
      resetAll();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Takes what comes in at `from` to `to`, no faster than that can be sent, and its end too. */
export function pass(
  from: Socket,
  to: Socket,
  work: (chunk: Buffer) => void = (chunk) => forward(from, to, chunk),
) {
  from.on('data', work);
  from.on('end', () => to.end());
  from.on('close', () => to.destroy());
}

/** Sends on what has come in; `from` is not read while `to` has too much. */
export function forward(from: Socket, to: Socket, chunk: Buffer): void {
  if (to.destroyed || to.writableEnded) return;
  if (to.write(chunk)) return;
  from.pause();
  to.once('drain', () => from.resume());
}
