import { expect, test } from 'vitest';
import { shareConcurrent } from './sharing.ts';

test('who asks the same at the same time shares an answer, who comes later gets a new one', async () => {
  const share = shareConcurrent<number>();
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return asked;
  };
  expect(await Promise.all([share('a', ask), share('a', ask), share('b', ask)])).toEqual([1, 1, 2]);
  expect(await share('a', ask)).toBe(3);
});

test('a failure is told to those who waited for it, and the next one is asked anew', async () => {
  const share = shareConcurrent<number>();
  const fail = () => Promise.reject(new Error('no'));
  await expect(Promise.all([share('a', fail), share('a', fail)])).rejects.toThrow('no');
  expect(await share('a', async () => 1)).toBe(1);
});
