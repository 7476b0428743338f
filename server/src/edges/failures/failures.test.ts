import { api } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { openDatabase, StorageFullError } from '../../platform/db/index.ts';
import { describeBothDatabases, type TestDatabase } from '../../testing/database.ts';
import {
  startSocketServer,
  TestClient,
  type TestSocketServer,
} from '../../testing/realtime/socket-server.ts';
import { askInVain } from '../../testing/realtime/test-stream.ts';
import { logFailure, toApplicationError } from './index.ts';

/** What a client and the log are told of the failure that the work ends with. */
async function told(work: Promise<unknown>) {
  const failure: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ base: null }, { write: (line) => lines.push(JSON.parse(line)) });
  const answered = toApplicationError(failure);
  logFailure(logger, failure, answered, 'failed');
  return { code: answered.code, retryAfter: answered.extensions['retry_after'], log: lines };
}

describeBothDatabases('what the database refuses', (open, kind) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await database.executeSql(`
      create table shelf (name text constraint shelf_name primary key, size int constraint shelf_size check (size > 0));
      create table book (shelf text not null constraint book_shelf references shelf (name));
      insert into shelf values ('a secret name', 1);
    `);
  });

  const run = (statement: ReturnType<typeof sql>) => statement.execute(database.query);

  test('a value that no column can hold is the fault of the request', async () => {
    for (const statement of [
      sql`select ${'0000-01-01T00:00:00.000Z'}::timestamptz`,
      sql`select ${'+300000-01-01T00:00:00.000Z'}::timestamptz`,
      sql`select ${99_999_999_999}::int`,
      sql`select ${'no uuid'}::uuid`,
      sql`insert into shelf values ('b', 0)`,
      sql`insert into book values (null)`,
    ]) {
      expect(await told(run(statement))).toMatchObject({ code: 'invalid_request' });
    }
  });

  test('what contradicts what is stored is a conflict', async () => {
    const twice = await told(run(sql`insert into shelf values ('a secret name', 2)`));
    expect(twice).toMatchObject({ code: 'conflict' });
    expect(await told(run(sql`insert into book values ('elsewhere')`))).toMatchObject({ code: 'conflict' });
  });

  test('the log names the constraint and no value', async () => {
    const { log } = await told(run(sql`insert into shelf values ('a secret name', 2)`));
    expect(log).toMatchObject([
      { meaning: 'conflict', sqlstate: '23505', constraint: 'shelf_name', table: 'shelf' },
    ]);
    expect(JSON.stringify(log)).not.toContain('a secret name');
  });

  test('a statement that is wrong is a defect', async () => {
    expect(await told(run(sql`select nothing`))).toMatchObject({ code: 'internal_error' });
  });

  test('a database that is gone is asked again later', async () => {
    const lost = await open();
    const { url } = lost;
    if (kind === 'postgres' && url !== undefined) {
      const other = await openDatabase({ kind, url, poolSize: 2 }, pino({ level: 'silent' }));
      const work = lost.transaction(async () => {
        const { rows } = await lost.executeSql('select pg_backend_pid() as pid');
        await other.executeSql('select pg_terminate_backend($1)', [rows[0]?.['pid']]);
        await lost.executeSql('select 1');
      });
      expect(await told(work)).toMatchObject({ code: 'unavailable', retryAfter: 5 });
      await other.close();
    } else {
      await lost.close();
      expect(await told(lost.executeSql('select 1'))).toMatchObject({ code: 'unavailable', retryAfter: 5 });
    }
  });
});

test('while the disk of the database has no room it is told when to try again', async () => {
  const refused = await told(Promise.reject(new StorageFullError('no room')));
  expect(refused).toMatchObject({ code: 'storage_full', retryAfter: 30, log: [{ level: 50 }] });
});

test('a value that a schema refuses is named by its path', () => {
  const { error } = api.auth.signIn.body.safeParse({ email: 'no', password: 'x' });
  if (!(error instanceof ZodError)) throw new Error('the schema took it');
  expect(toApplicationError(error)).toMatchObject({ code: 'invalid_request', fields: [{ path: 'email' }] });
});

describe('while the database cannot be reached', () => {
  const servers: TestSocketServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  async function startWithout(after: number): Promise<TestSocketServer> {
    const closed = await openDatabase({ kind: 'embedded', folder: 'memory' }, pino({ level: 'silent' }));
    await closed.close();
    let calls = 0;
    const server = await startSocketServer({
      async verifyAccessToken() {
        calls += 1;
        if (calls > after) await closed.executeSql('select 1');
        const { id: userId, role } = person;
        const expiresAt = new Date(server.clock.now().getTime() + 60_000);
        return { viewer: { userId, role, sessionId: null }, expiresAt };
      },
    });
    const person = server.person();
    servers.push(server);
    return server;
  }

  test('a stream is answered with 503 and when to come back', async () => {
    const server = await startWithout(0);
    const answer = await askInVain(server.url, { headers: { authorization: 'Bearer token' } });
    expect(answer).toMatchObject({ status: 503, code: 'unavailable', headers: { 'retry-after': '5' } });
  });

  test('a message of a socket is answered with when to send it again', async () => {
    const server = await startWithout(1);
    const client = await new TestClient(server.url, '/ws/notifications/?token=token').opened();
    client.send({ type: 'refresh', token: 'token' });
    expect((await client.receive('error'))[0]).toMatchObject({ code: 'unavailable', retry_after: 5 });
    client.socket.terminate();
  });

  test('a socket that cannot be opened is told to try again', async () => {
    const server = await startWithout(0);
    const client = new TestClient(server.url, '/ws/notifications/?token=token');
    expect(await client.closed).toMatchObject({ code: 1013, reason: 'try again later' });
  });
});
