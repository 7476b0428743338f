import { late, openSmtpConnection, type SmtpConnection } from './smtp-connection.ts';
import { SmtpError } from './smtp-errors.ts';
import type { SmtpServer } from './smtp-server.ts';

/** The connections to one mail server. */
export interface SmtpPool {
  /**
   * Lends a connection, and takes it back when the work is done.
   * @param isUrgent goes before others that wait for a connection
   * @param deadlineMs for the wait and the work, in milliseconds: then the connection is closed
   * @throws {SmtpError} with `isStale` only where a new connection has been used
   */
  use<Result>(
    options: { readonly isUrgent: boolean; readonly deadlineMs: number },
    work: (connection: SmtpConnection) => Promise<Result>,
  ): Promise<Result>;
  close(): void;
}

/** Mails after which a connection is given up: many servers allow no more, and a load balancer gets to choose again. */
const mostUses = 500;
/** How long an unused connection is kept, in milliseconds; below what usual servers wait for a command. */
const idleMs = 30_000;
/** To connect, encrypt and sign in, in milliseconds. */
export const openTimeoutMs = 8_000;

interface Waiting {
  readonly isUrgent: boolean;
  /** @param connection null: there is room for a new one */
  readonly go: (connection: SmtpConnection | null) => void;
  readonly fail: (error: SmtpError) => void;
}

/**
 * Opens connections when they are needed, up to a number, and keeps them for the mails that follow. One that the server
 * closes while nobody uses it is forgotten; one that ends as it is about to be used costs its mail nothing.
 *
 * @param size connections at the same time
 */
export function createSmtpPool(server: SmtpServer, size: number): SmtpPool {
  const idle = new Map<SmtpConnection, NodeJS.Timeout>();
  const open = new Set<SmtpConnection>();
  const queue: Waiting[] = [];
  let opening = 0;
  let isClosed = false;

  /** The one that was used last, so that those that are not needed grow old. */
  function takeIdle(): SmtpConnection | undefined {
    const connection = [...idle.keys()].at(-1);
    if (connection !== undefined) {
      clearTimeout(idle.get(connection));
      idle.delete(connection);
    }
    return connection;
  }

  /** Gives what has become free to who waits for it. */
  function dispatch(): void {
    while (queue.length > 0) {
      const connection = takeIdle();
      if (connection === undefined && open.size + opening >= size) return;
      const urgent = queue.findIndex(({ isUrgent }) => isUrgent);
      const [next] = queue.splice(Math.max(urgent, 0), 1);
      if (connection === undefined) opening += 1;
      next?.go(connection ?? null);
    }
  }

  async function openOne(): Promise<SmtpConnection> {
    let opened: SmtpConnection | undefined;
    try {
      opened = await openSmtpConnection(server, openTimeoutMs, () => {
        if (opened === undefined) return;
        open.delete(opened);
        clearTimeout(idle.get(opened));
        idle.delete(opened);
        dispatch();
      });
    } finally {
      opening -= 1;
      if (opened === undefined) dispatch();
    }
    if (opened.hasEnded) throw closedEarly();
    open.add(opened);
    return opened;
  }

  async function acquire(isUrgent: boolean, onWait: (waiting: Waiting) => void): Promise<SmtpConnection> {
    if (isClosed) throw closed();
    const { promise, resolve, reject } = Promise.withResolvers<SmtpConnection | null>();
    const waiting = { isUrgent, go: resolve, fail: reject };
    queue.push(waiting);
    onWait(waiting);
    dispatch();
    return (await promise) ?? (await openOne());
  }

  function giveBack(connection: SmtpConnection): void {
    if (connection.hasEnded) return;
    if (isClosed || connection.uses >= mostUses) connection.quit();
    else {
      idle.set(
        connection,
        setTimeout(() => connection.quit(), idleMs),
      );
      dispatch();
    }
  }

  return {
    async use({ isUrgent, deadlineMs }, work) {
      let waiting: Waiting | undefined;
      let connection: SmtpConnection | undefined;
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        if (connection !== undefined) connection.destroy(late('DATA'));
        else if (waiting !== undefined && queue.includes(waiting)) {
          queue.splice(queue.indexOf(waiting), 1);
          waiting.fail(noneFree());
        }
      }, deadlineMs);
      try {
        for (;;) {
          connection = await acquire(isUrgent, (own) => {
            waiting = own;
          });
          try {
            if (isLate) throw noneFree();
            return await work(connection);
          } catch (error) {
            // Only used connections are stale, of which there are no more than the pool is large.
            if (!(error instanceof SmtpError && error.isStale)) throw error;
          } finally {
            giveBack(connection);
            connection = undefined;
          }
        }
      } finally {
        clearTimeout(timer);
      }
    },

    close() {
      isClosed = true;
      for (const { fail } of queue.splice(0)) fail(closed());
      for (const connection of open) {
        if (idle.has(connection)) connection.quit();
        else connection.destroy(closed());
      }
    },
  };
}

function closed(): SmtpError {
  return new SmtpError('ECLOSED', 'CONN', 'The connections to the mail server are closed');
}

function noneFree(): SmtpError {
  return new SmtpError('EBUSY', 'CONN', 'No connection to the mail server has become free');
}

function closedEarly(): SmtpError {
  return new SmtpError('ECONNECTION', 'CONN', 'The mail server has closed the connection');
}
