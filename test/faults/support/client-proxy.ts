import type { Socket } from 'node:net';
import { forward, type Link, startTcpProxy } from './tcp-proxy.ts';

/** A server process, as a balancer knows it. */
export interface Destination {
  readonly port: number;
  /** Whether it is sent new connections. */
  readonly isUp: boolean;
}

/** The line of one client to the nodes. */
export interface ClientProxy {
  readonly url: string;
  /** From now on new connections lead to this node, as long as it is up. */
  prefer(node: Destination): void;
  /** Breaks what is open. */
  reset(): void;
  /** What is open stays open, and carries nothing any more. */
  freeze(): void;
  /** While it is stalled, nothing is read from the server on what is open; what the client says gets through. */
  stall(stalled: boolean): void;
  /** From now on what comes from the server is no faster than so many bytes a second; undefined: as fast as it can. */
  limit(bytesPerSecond: number | undefined): void;
  /** The first connection on which so many bytes have come from the server breaks; calls back then. */
  resetAfter(bytes: number, listener: () => void): void;
  /** While it is off, there is no network: nothing is open, and nothing can be opened. */
  setOffline(offline: boolean): void;
  close(): Promise<void>;
}

/** How often the allowance of a slow line is filled up, in milliseconds. */
const allowanceMs = 20;

/** @param nodes the one that connections lead to, and those that stand in for it while it is down */
export async function startClientProxy(
  nodes: readonly [Destination, ...Destination[]],
): Promise<ClientProxy> {
  let [preferred] = nodes;
  const frozen = new Set<Link>();
  const stalled = new Set<Link>();
  let bytesPerSecond: number | undefined;
  let breakAfter: { readonly bytes: number; readonly listener: () => void } | undefined;

  const flow = (link: Link) => {
    if (!stalled.has(link)) link.target.resume();
  };

  const proxy = await startTcpProxy({
    targetPort: () => (preferred.isUp ? preferred : (nodes.find(({ isUp }) => isUp) ?? preferred)).port,
    onLink(link) {
      const { caller, target } = link;
      let received = 0;
      // The other side of a frozen line never hears of an end.
      const relay = (from: Socket, to: Socket, work: (chunk: Buffer) => void) => {
        from.on('data', (chunk: Buffer) => {
          if (!frozen.has(link)) work(chunk);
        });
        from.on('end', () => {
          if (!frozen.has(link)) to.end();
        });
        from.on('close', () => {
          if (!frozen.has(link)) to.destroy();
        });
      };
      relay(caller, target, (chunk) => forward(caller, target, chunk));
      relay(target, caller, (chunk) => {
        received += chunk.length;
        forward(target, caller, chunk);
        if (breakAfter !== undefined && received >= breakAfter.bytes) {
          const { listener } = breakAfter;
          breakAfter = undefined;
          link.reset();
          listener();
        } else if (bytesPerSecond !== undefined) {
          target.pause();
          setTimeout(() => flow(link), Math.max(allowanceMs, (chunk.length / bytesPerSecond) * 1_000));
        }
        if (stalled.has(link)) target.pause();
      });
    },
  });
  return {
    url: `http://127.0.0.1:${proxy.port}`,
    prefer(node) {
      preferred = node;
    },
    reset: proxy.resetAll,
    freeze() {
      for (const link of proxy.links) {
        frozen.add(link);
        link.target.pause();
      }
    },
    stall(isStalled) {
      for (const link of isStalled ? proxy.links : []) {
        stalled.add(link);
        link.target.pause();
      }
      if (isStalled) return;
      const released = [...stalled];
      stalled.clear();
      for (const link of released) flow(link);
    },
    limit(next) {
      bytesPerSecond = next;
    },
    resetAfter(bytes, listener) {
      breakAfter = { bytes, listener };
    },
    setOffline: proxy.refuse,
    async close() {
      for (const { target } of frozen) target.destroy();
      await proxy.close();
    },
  };
}
