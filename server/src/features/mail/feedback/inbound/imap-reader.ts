import { ImapFlow } from 'imapflow';
import type { Logger } from '../../../../platform/observability/index.ts';
import { type InboundMail, readBytes } from './inbound-mail.ts';

/** Reads a mailbox until it is closed, and reconnects when the connection breaks. */
export interface ImapReader {
  close(): Promise<void>;
}

/** Between two searches when the server announces no mail. */
const pollMs = 60_000;
const batchSize = 50;
const shortestPauseMs = 1_000;
const longestPauseMs = 300_000;

/**
 * Processes the unread mails of a mailbox, the oldest first, and marks each as read when its content is committed. When the
 * process dies in between, the mail is processed again, which changes nothing.
 *
 * @param url `imaps://user:password@host:port/mailbox`; without a path it is the INBOX
 */
export function startImapReader(
  url: string,
  dependencies: { readonly inboundMail: Pick<InboundMail, 'take'>; readonly logger: Logger },
): ImapReader {
  const { inboundMail, logger } = dependencies;
  const { hostname, port, protocol, username, password, pathname } = new URL(url);
  const mailbox = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  const secure = protocol === 'imaps:';
  let isClosed = false;
  let client: ImapFlow | undefined;
  let wake = () => {};

  async function pause(milliseconds: number): Promise<void> {
    if (isClosed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  /** @returns how many mails could not be processed */
  async function readUnread(connection: ImapFlow): Promise<number> {
    let failed = 0;
    const unread = await connection.search({ seen: false, deleted: false }, { uid: true });
    const uids =
      unread === false || unread === undefined ? [] : unread.toSorted((left, right) => left - right);
    for (const uid of uids.slice(0, batchSize)) {
      if (isClosed) break;
      const found = await connection.fetchOne(
        String(uid),
        { source: { start: 0, maxLength: readBytes } },
        { uid: true },
      );
      if (found === false || found.source === undefined) continue;
      try {
        await inboundMail.take(found.source, []);
      } catch (error) {
        failed += 1;
        logger.error({ err: error, uid }, 'a mail that came back could not be processed');
        continue;
      }
      await connection.messageFlagsAdd(String(uid), [String.raw`\Seen`], { uid: true });
    }
    // There are more already.
    if (uids.length > batchSize && failed === 0 && !isClosed) return readUnread(connection);
    return failed;
  }

  async function follow(): Promise<void> {
    const connection = new ImapFlow({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? (secure ? 993 : 143) : Number(port),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      autoIdleDelay: 500,
      maxIdleTime: 300_000,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 360_000,
    });
    client = connection;
    let isOver = false;
    const end = () => {
      isOver = true;
      wake();
    };
    connection.on('error', end);
    connection.on('close', end);
    let hasNews = true;
    connection.on('exists', () => {
      hasNews = true;
      wake();
    });
    try {
      await connection.connect();
      await connection.mailboxOpen(mailbox);
      logger.info({ host: hostname, mailbox }, 'reads the mailbox of bounces');
      while (!isClosed && !isOver) {
        hasNews = false;
        await readUnread(connection);
        if (!hasNews && !isOver) await pause(pollMs);
      }
    } finally {
      connection.close();
      client = undefined;
    }
  }

  async function run(): Promise<void> {
    let wait = shortestPauseMs;
    while (!isClosed) {
      const startedAt = performance.now();
      try {
        await follow();
      } catch (error) {
        if (!isClosed) logger.warn({ err: error, host: hostname }, 'the mailbox of bounces cannot be read');
      }
      // After a connection that lasted for a while the next attempt comes soon.
      wait = performance.now() - startedAt > pollMs ? shortestPauseMs : Math.min(longestPauseMs, wait * 2);
      await pause(wait);
    }
  }

  const running = run();
  return {
    async close() {
      isClosed = true;
      wake();
      client?.close();
      await running;
    },
  };
}
