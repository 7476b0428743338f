import fc from 'fast-check';
import { AbortedTransactionError, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { numberOfCases } from '../../testing/cases.ts';
import { describeBothDatabases, type TestDatabase } from '../../testing/database.ts';
import {
  DatabaseError,
  isForeignKeyViolation,
  JoinedTransactionFailedError,
  type Tx,
  UnscopedTransactionError,
} from './index.ts';

describeBothDatabases('the database', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await database.executeSql(`
      create table item (name text constraint item_name unique, place int);
      create table part (item text constraint part_item references item (name));
      create table task (id int primary key);
      insert into task select generate_series(1, 10);
    `);
  });

  const insert = (name: string, into: Tx = database.query) =>
    sql`insert into item (name) values (${name})`.execute(into);

  async function names(prefix: string): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select name from item where starts_with(name, ${prefix}) order by name`.execute(database.query);
    return rows.map((row) => row.name);
  }

  async function select(expression: ReturnType<typeof sql>): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(database.query);
    return rows[0]?.value;
  }

  test('reads each type as the same JavaScript value', async () => {
    const { rows } = await database.executeSql(`select
      9007199254740991::int8 as int8, count(*) as count, 7::int2 as int2, 1.5::float8 as float8,
      12.25::numeric as numeric, sum(2::int8) as sum, true as yes, null::int as nothing,
      timestamptz '2026-03-29 03:30:00.123456+02' as instant, timestamp '2026-01-02 03:04:05' as local,
      date '2026-01-02' as day, '{"a":[1,null]}'::jsonb as jsonb, '[1]'::json as json, '"text"'::jsonb as word,
      '\\x00ff10'::bytea as bytes, ''::bytea as empty,
      array['a"b\\c', 'NULL', null, '', 'x,{y}'] as texts, '{}'::text[] as none,
      array['6ba7b810-9dad-11d1-80b4-00c04fd430c8']::uuid[] as uuids, array[[1,2],[3,4]] as grid,
      array[timestamptz '1970-01-01 00:00:00Z'] as instants, '[0:1]={5,6}'::int8[] as bounded,
      array['\\x01'::bytea] as blobs, interval '90 minutes' as span`);
    expect(rows[0]).toEqual({
      int8: 9007199254740991,
      count: 1,
      int2: 7,
      float8: 1.5,
      numeric: 12.25,
      sum: 2,
      yes: true,
      nothing: null,
      instant: new Date('2026-03-29T01:30:00.123Z'),
      local: new Date('2026-01-02T03:04:05Z'),
      day: '2026-01-02',
      jsonb: { a: [1, null] },
      json: [1],
      word: 'text',
      bytes: Buffer.from([0, 255, 16]),
      empty: Buffer.alloc(0),
      texts: ['a"b\\c', 'NULL', null, '', 'x,{y}'],
      none: [],
      uuids: ['6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
      grid: [
        [1, 2],
        [3, 4],
      ],
      instants: [new Date(0)],
      bounded: [5, 6],
      blobs: [Buffer.from([1])],
      span: '01:30:00',
    });
  });

  test('refuses an integer that a number would round', async () => {
    await expect(database.executeSql('select 9007199254740992::int8')).rejects.toThrow('too large');
    expect(await select(sql`1`)).toBe(1);
  });

  test('gives every value back as it was given', async () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((value) => !value.includes('\0') && value.isWellFormed());
    const json = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), {
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          word: text,
          whole: fc.maxSafeInteger(),
          real: fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value)),
          flag: fc.boolean(),
          instant: fc.date({
            noInvalidDate: true,
            min: new Date('0001-01-01T00:00:00Z'),
            max: new Date('9999-12-31T23:59:59.999Z'),
          }),
          bytes: fc.uint8Array({ maxLength: 300 }),
          texts: fc.array(fc.option(text)),
          wholes: fc.array(fc.maxSafeInteger()),
          json: json,
          absent: fc.constant(null),
        }),
        async (given) => {
          const { rows } = await sql`select ${given.word}::text as word, ${given.whole}::int8 as whole,
            ${given.real}::float8 as real, ${given.flag}::bool as flag, ${given.instant}::timestamptz as instant,
            ${given.bytes}::bytea as bytes, ${given.texts}::text[] as texts, ${given.wholes}::int8[] as wholes,
            ${given.json}::jsonb as json, ${given.absent}::text as absent`.execute(database.query);
          expect(rows[0]).toEqual({ ...given, bytes: Buffer.from(given.bytes) });
        },
      ),
      numberOfCases(100, 30),
    );
  });

  test('counts the rows that a statement changed', async () => {
    await sql`insert into item (name) values ('count a'), ('count b')`.execute(database.query);
    const updated = await sql`update item set place = 1 where starts_with(name, 'count')`.execute(
      database.query,
    );
    expect(updated.numAffectedRows).toBe(2n);
  });

  test('commits when the work returns, and hands its value on', async () => {
    const value = await database.transaction(async (tx) => {
      await insert('commit', tx);
      return 42;
    });
    expect(value).toBe(42);
    expect(await names('commit')).toEqual(['commit']);
  });

  test('rolls back when the work throws, and throws the same error', async () => {
    const error = new Error('no');
    const work = database.transaction(async (tx) => {
      await insert('rollback', tx);
      throw error;
    });
    await expect(work).rejects.toBe(error);
    expect(await names('rollback')).toEqual([]);
  });

  test('a nested transaction joins the outer one, and goes with it', async () => {
    const work = database.transaction(async () => {
      await database.transaction((tx) => insert('nested', tx));
      throw new Error('outer');
    });
    await expect(work).rejects.toThrow('outer');
    expect(await names('nested')).toEqual([]);
  });

  test('a nested transaction that failed takes the outer one with it, even when the error is caught', async () => {
    const cause = new Error('inner');
    const work = database.transaction(async (outer) => {
      await insert('condemned', outer);
      await database.transaction(() => Promise.reject(cause)).catch(() => undefined);
    });
    await expect(work).rejects.toThrow(JoinedTransactionFailedError);
    expect(await names('condemned')).toEqual([]);
  });

  test('says that nothing was committed when a database error was swallowed', async () => {
    const work = database.transaction(async (tx) => {
      await insert('swallowed', tx);
      await insert('swallowed', tx).catch(() => undefined);
    });
    await expect(work).rejects.toThrow(AbortedTransactionError);
    expect(await names('swallowed')).toEqual([]);
  });

  test('a stray query inside a transaction joins it', async () => {
    const work = database.transaction(async () => {
      await insert('stray');
      await database.executeSql(`insert into item (name) values ('stray too')`);
      expect(await names('stray')).toEqual(['stray', 'stray too']);
      throw new Error('enough');
    });
    await expect(work).rejects.toThrow('enough');
    expect(await names('stray')).toEqual([]);
  });

  test('many transactions with stray queries at once all finish', async () => {
    const work = Array.from({ length: 40 }, (_, index) =>
      database.transaction(async (tx) => {
        await insert(`crowd ${index}`, tx);
        await insert(`crowd ${index} stray`);
      }),
    );
    await Promise.all(work);
    expect(await names('crowd')).toHaveLength(80);
  });

  test('a promise that outlives its transaction gets a connection of its own, and the handle refuses', async () => {
    const ended = Promise.withResolvers<void>();
    let stray: Promise<unknown> = Promise.resolve();
    let late: Promise<unknown> = Promise.resolve();
    let nested: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      stray = ended.promise.then(() => insert('outlived'));
      nested = ended.promise.then(() => database.transaction((own) => insert('outlived nested', own)));
      late = expect(ended.promise.then(() => insert('too late', tx))).rejects.toThrow('already committed');
    });
    ended.resolve();
    await stray;
    await nested;
    await late;
    expect(await names('outlived')).toEqual(['outlived', 'outlived nested']);
    expect(await names('too late')).toEqual([]);
  });

  test('refuses a transaction that queries inside it could not join', async () => {
    await expect(database.query.transaction().execute(() => Promise.resolve())).rejects.toThrow(
      UnscopedTransactionError,
    );
    const inside = database.transaction(() => database.query.transaction().execute(() => Promise.resolve()));
    await expect(inside).rejects.toThrow(UnscopedTransactionError);
    expect(await select(sql`1`)).toBe(1);
  });

  test('runs effects in order after the outermost commit, and outside of any transaction', async () => {
    const seen: string[] = [];
    await database.transaction(async () => {
      database.afterCommit(() => seen.push('first'));
      await database.transaction(async () => database.afterCommit(() => seen.push('second')));
      database.afterCommit(() => {
        throw new Error('an effect may fail');
      });
      database.afterCommit(() => database.afterCommit(() => seen.push('third')));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  test('drops effects on rollback, and runs them at once without a transaction', async () => {
    const seen: string[] = [];
    const work = database.transaction(async () => {
      database.afterCommit(() => seen.push('dropped'));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    database.afterCommit(() => seen.push('at once'));
    expect(seen).toEqual(['at once']);
  });

  test('hands each row to one worker with SKIP LOCKED', async () => {
    const claim = () =>
      database.transaction(async (tx) => {
        const { rows } = await sql<{ id: number }>`delete from task where id in
          (select id from task order by id limit 2 for update skip locked) returning id`.execute(tx);
        return rows.map((row) => row.id);
      });
    const claimed = (await Promise.all(Array.from({ length: 5 }, claim))).flat();
    expect(claimed.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('tells a foreign key violation from others, by constraint', async () => {
    await insert('unique');
    const duplicate: unknown = await insert('unique').catch((error: unknown) => error);
    expect(duplicate).toMatchObject({ code: '23505', constraint: 'item_name' });
    expect(isForeignKeyViolation(duplicate)).toBe(false);

    const orphan: unknown = await database
      .executeSql('insert into part values ($1)', ['nothing'])
      .catch((error: unknown) => error);
    expect(isForeignKeyViolation(orphan, 'part_item')).toBe(true);
    expect(isForeignKeyViolation(orphan, 'other')).toBe(false);
    expect(isForeignKeyViolation(new Error('23503'))).toBe(false);
  });

  test('answers a mistake in SQL with the code of the database', async () => {
    const error: unknown = await database
      .executeSql('select nothing_of_this_name')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toHaveProperty('code', '42703');
  });

  test('stores any text: what PostgreSQL refuses becomes U+FFFD, and nothing else is changed', async () => {
    const texts: [given: string, stored: string][] = [
      ['a\0b', 'a\ufffdb'],
      ['\ud800x\udc00', '\ufffdx\ufffd'],
      ['👍 \\u0000 \\ud83d', '👍 \\u0000 \\ud83d'],
      ['', ''],
    ];
    for (const [given, stored] of texts) {
      expect(await select(sql`${given}::text`)).toBe(stored);
      expect(await select(sql`${[given]}::text[]`)).toEqual([stored]);
      expect(await select(sql`${{ [given]: [given] }}::jsonb`)).toEqual({ [stored]: [stored] });
      expect(await select(sql`${JSON.stringify([given])}::jsonb`)).toEqual([stored]);
    }
    expect(await select(sql`${'["\\ud83d\\udc4d\\\\u0000\\u0000"]'}::jsonb`)).toEqual(['👍\\u0000\ufffd']);
  });

  test('inserts many rows in one statement from JSON', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ name: `bulk ${index}`, place: index }));
    await sql`insert into item (name, place)
      select name, place from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (name text, place int)`.execute(
      database.query,
    );
    expect(await names('bulk')).toHaveLength(1000);
  });

  test('searches text', async () => {
    const found = sql`to_tsvector('english', 'Senior engineers wanted') @@ websearch_to_tsquery('english', 'engineer -junior')`;
    expect(await select(found)).toBe(true);
  });

  test('leaves no failed transaction behind when SQL of several statements fails', async () => {
    await expect(database.executeSql('begin; select 1; select no_such_thing; commit;')).rejects.toThrow();
    await insert('after failure');
    expect(await names('after failure')).toEqual(['after failure']);
  });

  test('returns the rows of several statements together', async () => {
    const { rows } = await database.executeSql('begin; select 1 as a; select 2 as a; commit;');
    expect(rows).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('leaves the event loop its turns while 2,000 queries run', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    try {
      await Promise.all(Array.from({ length: 2000 }, (_, index) => select(sql`${index}::int`)));
    } finally {
      clearInterval(timer);
    }
    expect(ticks).toBeGreaterThan(0);
  });
});
