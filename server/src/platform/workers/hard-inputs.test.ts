import { expect, it } from 'vitest';
import { createHardInputs } from './hard-inputs.ts';

const hour = 3_600_000;
const slow = { status: 'too_slow', detail: 'it took too long' } as const;

it('an input that was too hard twice is answered at once, for longer each time, and tried again then', () => {
  let now = 0;
  const inputs = createHardInputs(() => now);
  const key = inputs.keyOf('jobs.flags', { title: 'Clerk', text: 'x' }) ?? '';
  inputs.note(key, slow);
  expect(inputs.find(key)).toBeUndefined();
  inputs.note(key, slow);
  expect(inputs.find(key)).toEqual(slow);
  now += hour;
  expect(inputs.find(key)).toBeUndefined();
  inputs.note(key, slow);
  now += 2 * hour - 1;
  expect(inputs.find(key)).toEqual(slow);
  now += 1;
  expect(inputs.find(key)).toBeUndefined();
});

it('one that was read after all is as any other', () => {
  const inputs = createHardInputs(() => 0);
  const key = inputs.keyOf('jobs.flags', 'text') ?? '';
  inputs.note(key, slow);
  inputs.forget(key);
  inputs.note(key, slow);
  expect(inputs.find(key)).toBeUndefined();
});

it('tells inputs and tasks apart, and leaves out what changes hands', () => {
  const { keyOf } = createHardInputs(() => 0);
  const keys = [keyOf('a', 'text'), keyOf('b', 'text'), keyOf('a', { text: 'text' }), keyOf('a', 'other')];
  expect(new Set(keys).size).toBe(4);
  expect(keyOf('a', { title: 't', text: 'x' })).toBe(keyOf('a', { title: 't', text: 'x' }));
  expect(keyOf('a', { document: new Uint8Array(3) })).toBeUndefined();
});

it('remembers only so many', () => {
  const inputs = createHardInputs(() => 0);
  inputs.note('first', slow);
  inputs.note('first', slow);
  for (let index = 0; index < 10_000; index += 1) inputs.note(`input ${index}`, slow);
  expect(inputs.find('first')).toBeUndefined();
});
