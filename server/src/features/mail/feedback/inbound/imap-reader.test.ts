import { ImapFlow } from 'imapflow';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  dovecotFolder,
  hasDovecot,
  imapPassword,
  imapUser,
  startDovecot,
  type TestImapServer,
} from '../../../../testing/mail/dovecot.ts';
import type { ImapReader } from './imap-reader.ts';
import { startImapReader } from './imap-reader.ts';

const logger = pino({ level: 'silent' });

describe('the reader of a mailbox', () => {
  if (!hasDovecot()) {
    process.stderr.write('the reader of a mailbox: not run, there is no Dovecot to be started\n');
    test('needs a server', () => expect(hasDovecot()).toBe(false));
    return;
  }
  const { folder, remove } = dovecotFolder();
  let server: TestImapServer;
  let reader: ImapReader | undefined;
  let taken: string[] = [];
  let failsFor: string | null = null;

  beforeAll(async () => {
    server = await startDovecot(folder);
  });
  afterAll(async () => {
    await server.close();
    remove();
  });
  beforeEach(() => {
    taken = [];
    failsFor = null;
  });
  afterEach(async () => {
    await reader?.close();
    reader = undefined;
  });

  const start = () => {
    reader = startImapReader(server.url, {
      logger,
      inboundMail: {
        async take(raw) {
          const [, subject = ''] = /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString()) ?? [];
          if (subject === failsFor) throw new Error('the database is away');
          taken.push(subject);
          return 'ignored';
        },
      },
    });
  };
  const inMailbox = async <Answer>(work: (client: ImapFlow) => Promise<Answer>): Promise<Answer> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      auth: { user: imapUser, pass: imapPassword },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX');
    const answer = await work(client);
    await client.logout();
    return answer;
  };
  const put = (...subjects: readonly string[]) =>
    inMailbox(async (client) => {
      for (const subject of subjects) await client.append('INBOX', `Subject: ${subject}\r\n\r\ntext\r\n`);
    });
  const countUnread = () =>
    inMailbox(async (client) => {
      const found = await client.search({ seen: false }, { uid: true });
      return found === false || found === undefined ? 0 : found.length;
    });
  const takenSoon = (subjects: readonly string[]) =>
    expect.poll(() => taken, { timeout: 15_000 }).toEqual(subjects);

  test('deals with what is there and with what comes, and marks it as read', async () => {
    await put('one', 'two');
    start();
    await takenSoon(['one', 'two']);
    // The server tells of it; the next look would be in a minute.
    await put('three');
    await takenSoon(['one', 'two', 'three']);
    await reader?.close();
    expect(await countUnread()).toBe(0);
  });

  test('leaves what could not be written for the next time, and nothing behind it waits', async () => {
    failsFor = 'four';
    await put('four', 'five');
    start();
    await takenSoon(['five']);
    await reader?.close();
    expect(await countUnread()).toBe(1);
    failsFor = null;
    start();
    await takenSoon(['five', 'four']);
  });

  test('comes back when the server has been away', async () => {
    start();
    await put('six');
    await takenSoon(['six']);
    await server.close();
    server = await startDovecot(folder, server.port);
    await put('seven');
    await takenSoon(['six', 'seven']);
  });

  test('reads the beginning of what is large', async () => {
    await inMailbox((client) =>
      client.append('INBOX', `Subject: large\r\n\r\n${'a line of text\r\n'.repeat(200_000)}`),
    );
    start();
    await takenSoon(['large']);
  });
});
