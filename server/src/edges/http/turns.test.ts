import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that goes on until it is ended; tells what has begun. */
function recorder() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      const end = Promise.withResolvers<void>();
      ends.set(name, end);
      return end.promise.then(() => name);
    },
    end: (name: string) => ends.get(name)?.resolve(),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  };
}

test('few requests of a person are worked on at once, the others in their order, and nobody else waits for them', async () => {
  const { begun, work, end, fail } = recorder();
  const turns = createTurns({ atOnce: 2, waiting: 10 });
  const [first, second, third, fourth] = ['1', '2', '3', '4'].map((name) => turns.take('ada', work(name)));
  const other = turns.take('bob', work('of bob'));
  expect(begun).toEqual(['1', '2', 'of bob']);
  end('of bob');
  expect(await other).toBe('of bob');
  fail('2');
  await expect(second).rejects.toThrow('2');
  expect(begun).toEqual(['1', '2', 'of bob', '3']);
  end('1');
  await first;
  await expect.poll(() => begun.at(-1)).toBe('4');
  end('3');
  end('4');
  expect(await Promise.all([third, fourth])).toEqual(['3', '4']);
  const later = turns.take('ada', work('5'));
  expect(begun.at(-1)).toBe('5');
  end('5');
  await later;
});

test('too many that wait are refused, and those that were there before are not', async () => {
  const { work, end } = recorder();
  const turns = createTurns({ atOnce: 1, waiting: 1 });
  const [first, second] = ['1', '2'].map((name) => turns.take('ada', work(name)));
  await expect(turns.take('ada', work('3'))).rejects.toMatchObject({ code: 'overloaded' });
  end('1');
  await first;
  end('2');
  expect(await second).toBe('2');
});
