import { beforeAll, expect, test } from 'vitest';
import { describeBothDatabases, type TestDatabase } from '../../testing/database.ts';
import {
  addToInstanceValue,
  ensureInstanceValue,
  lockInstanceValue,
  readInstanceValue,
  setInstanceValue,
} from './index.ts';

describeBothDatabases('a value of the instance', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });

  test('is that of whoever asked first', async () => {
    expect(await readInstanceValue(database.query, 'epoch')).toBeUndefined();
    expect(await ensureInstanceValue(database.query, 'epoch', 'one')).toBe('one');
    expect(await ensureInstanceValue(database.query, 'epoch', 'two')).toBe('one');
    expect(await readInstanceValue(database.query, 'epoch')).toBe('one');
  });

  test('can be changed while it is held', async () => {
    await database.transaction(async (tx) => {
      expect(await lockInstanceValue(tx, 'cursor', 'a')).toBe('a');
      await setInstanceValue(tx, 'cursor', 'b');
    });
    expect(await database.transaction((tx) => lockInstanceValue(tx, 'cursor', 'a'))).toBe('b');
  });

  test('counts from 1, whoever counts at the same time', async () => {
    await addToInstanceValue(database.query, 'revision', 0);
    expect(await readInstanceValue(database.query, 'revision')).toBe('1');
    const add = () => database.transaction((tx) => addToInstanceValue(tx, 'revision', 1));
    await Promise.all([add(), add(), add()]);
    expect(await readInstanceValue(database.query, 'revision')).toBe('4');
  });
});
