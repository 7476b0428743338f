import { expect, test } from 'vitest';
import { madeUpSeekers, seekerDomain } from './seekers.ts';

test('made-up job seekers are the same each time, of all kinds, and under addresses that nobody can have', () => {
  const people = madeUpSeekers(400, 7);
  expect(madeUpSeekers(400, 7)).toEqual(people);
  expect(madeUpSeekers(10, 7)).toEqual(people.slice(0, 10));
  expect(madeUpSeekers(10, 8)).not.toEqual(people.slice(0, 10));
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  expect(people.every(({ email }) => /^[a-z.]+\d+@/.test(email) && email.endsWith(`@${seekerDomain}`))).toBe(
    true,
  );
  const kinds = (of: (person: (typeof people)[number]) => unknown) =>
    new Set(people.map((one) => JSON.stringify(of(one)))).size;
  expect(kinds(({ locale }) => locale)).toBe(4);
  expect(kinds(({ timeZone }) => timeZone)).toBeGreaterThan(6);
  expect(kinds(({ preferences }) => preferences.categories)).toBe(4);
  expect(kinds(({ profile }) => profile.wanted_titles)).toBeGreaterThan(60);
});
