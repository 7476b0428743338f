import { openSmtpConnection, type SmtpConnection, timedOut } from './connection.ts';
import { SmtpError } from './errors.ts';
import type { SmtpServer } from './server.ts';

/** The connections to one mail server. */
export interface SmtpPool {
  /**
   * Lends a connection until the work is done.
   * @param isUrgent it goes before others that wait for a connection
   * @param deadlineMs for the wait and the work, in milliseconds; after that the connection is closed
   * @throws {SmtpError} with `isStale` only from a new connection
   */
  use<Result>(
    options: { readonly isUrgent: boolean; readonly deadlineMs: number },
    work: (connection: SmtpConnection) => Promise<Result>,
  ): Promise<Result>;
  close(): void;
}

/** Mails after which a connection is closed: many servers allow no more, and a load balancer can choose again. */
const mostUses = 500;
/** How long an unused connection is kept, in milliseconds; below what usual servers wait for a command. */
const idleMs = 30_000;
/** To connect, encrypt and sign in, in milliseconds. */
export const openTimeoutMs = 8_000;

interface PendingUse {
  readonly isUrgent: boolean;
  /** @param connection null: there is room for a new one */
  readonly start: (connection: SmtpConnection | null) => void;
  readonly fail: (error: SmtpError) => void;
}

/**
 * Opens connections when they are needed, up to a number, and keeps them for the next mails. It forgets a connection that
 * the server closes while it is idle; when one ends as a mail is about to use it, the mail gets another.
 *
 * @param size connections at the same time
 */
export function createSmtpPool(server: SmtpServer, size: number): SmtpPool {
  const idle = new Map<SmtpConnection, NodeJS.Timeout>();
  const open = new Set<SmtpConnection>();
  const queue: PendingUse[] = [];
  let opening = 0;
  let isClosed = false;

  /** The one that was used last, so that those that are not needed time out. */
  function takeIdle(): SmtpConnection | undefined {
    const connection = [...idle.keys()].at(-1);
    if (connection !== undefined) {
      clearTimeout(idle.get(connection));
      idle.delete(connection);
    }
    return connection;
  }

  /** Gives free connections to the uses that wait for one. */
  function assign(): void {
    while (queue.length > 0) {
      const connection = takeIdle();
      if (connection === undefined && open.size + opening >= size) return;
      const urgent = queue.findIndex(({ isUrgent }) => isUrgent);
      const [next] = queue.splice(Math.max(urgent, 0), 1);
      if (connection === undefined) opening += 1;
      next?.start(connection ?? null);
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
        assign();
      });
    } finally {
      opening -= 1;
      // One that has ended before it was opened is told to nobody else, so its place is given away here.
      if (opened === undefined || opened.hasEnded) assign();
    }
    if (opened.hasEnded) throw closedEarly();
    open.add(opened);
    return opened;
  }

  async function acquire(isUrgent: boolean, onWait: (waiting: PendingUse) => void): Promise<SmtpConnection> {
    if (isClosed) throw closed();
    const { promise, resolve, reject } = Promise.withResolvers<SmtpConnection | null>();
    const waiting = { isUrgent, start: resolve, fail: reject };
    queue.push(waiting);
    onWait(waiting);
    assign();
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
      assign();
    }
  }

  return {
    async use({ isUrgent, deadlineMs }, work) {
      let waiting: PendingUse | undefined;
      let connection: SmtpConnection | undefined;
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        if (connection !== undefined) connection.destroy(timedOut('DATA'));
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
            // Only used connections are stale, and there are at most as many as the pool has.
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
