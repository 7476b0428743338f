import { expect, test } from 'vitest';
import { describeTerms } from './labels.ts';

test('terms that are values of the contract are told in words', () => {
  expect(describeTerms({ code: 'employment_type', terms: ['full_time'], points: 5 })).toEqual(['Full time']);
  expect(describeTerms({ code: 'seniority', terms: ['mid'], points: 5 })).toEqual(['Mid-level']);
});

test('words of a posting stay as they are, even if they look like a value', () => {
  expect(describeTerms({ code: 'skills', terms: ['lead', 'SQL'], points: 5 })).toEqual(['lead', 'SQL']);
});
