import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../platform/db/index.ts';
import { createQueue } from '../../platform/queue/index.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { explainFailure } from './failures.ts';

const logger = pino({ level: 'silent' });
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server that answers every attempt to connect as PostgreSQL does when it refuses. */
async function startRefusing(code: string, message: string): Promise<string> {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`;
  const answer = Buffer.alloc(5 + Buffer.byteLength(fields));
  answer.write('E');
  answer.writeInt32BE(answer.length - 1, 1);
  answer.write(fields, 5);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return `postgres://rolecall@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/rolecall`;
}

async function explain(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'it went well',
    (error: unknown) => explainFailure(error),
  );
}

test.each([
  ['53300', 'sorry, too many clients already', 'DATABASE_POOL_SIZE'],
  ['28P01', 'password authentication failed for user "rolecall"', 'the password in DATABASE_URL'],
  ['3D000', 'database "rolecall" does not exist', 'Create the database'],
  ['57P03', 'the database system is starting up', 'try again in a moment'],
])('a server that refuses with %s is one line with the mend', async (code, message, mend) => {
  const url = await startRefusing(code, message);
  const text = await explain(openDatabase({ kind: 'postgres', url, poolSize: 2 }, logger));
  expect(text).toContain(`${message}. `);
  expect(text).toContain(mend);
  expect(text).not.toContain('\n');
});

test('the queue, which connects by itself, is no exception', async () => {
  const database = { ...(await createTestDatabase()), kind: 'postgres' as const };
  closers.push(() => database.close());
  for (const [postgresUrl, said] of [
    [
      await startRefusing('53300', 'sorry, too many clients already'),
      /^the database refuses: .+ DATABASE_POOL_SIZE/,
    ],
    ['postgres://rolecall@127.0.0.1:1/rolecall', /^127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/],
  ] as const) {
    const queue = createQueue({ database, logger, tasks: [], postgresUrl });
    const text = await explain(queue.start());
    expect(text).toMatch(said);
    expect(text).not.toContain('\n');
  }
});
