import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createTransactionEvent } from './index.ts';

describe('an event of a transaction', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test('tells listeners one after another, in the order that it was made with', async () => {
    for (const [told, expected] of [
      ['first_added_first', ['a', 'b']],
      ['last_added_first', ['b', 'a']],
    ] as const) {
      const event = createTransactionEvent<string>(told);
      const heard: string[] = [];
      for (const name of ['a', 'b']) {
        event.on(async (tx, payload) => {
          heard.push(`${name} begins`);
          await tx.selectNoFrom((builder) => builder.val(payload).as('value')).execute();
          heard.push(name);
        });
      }
      await database.transaction((tx) => event.emit(tx, 'payload'));
      expect(heard).toEqual(expected.flatMap((name) => [`${name} begins`, name]));
    }
  });

  test('undoes the transaction when a listener fails, and tells the rest nothing', async () => {
    const event = createTransactionEvent<number>();
    let later = 0;
    event.on(async () => {
      throw new Error('no room');
    });
    event.on(async () => {
      later += 1;
    });
    await expect(database.transaction((tx) => event.emit(tx, 1))).rejects.toThrow('no room');
    expect(later).toBe(0);
  });
});
