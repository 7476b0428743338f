import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { createIdSource } from './index.ts';

test('ids are UUIDs of version 7, each greater than the one before, and different in every source', () => {
  const [first, second] = [createIdSource(), createIdSource()];
  const ids = Array.from({ length: 5_000 }, () => first());
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  const others = Array.from({ length: 5_000 }, () => second());
  expect(new Set([...ids, ...others]).size).toBe(10_000);
});
