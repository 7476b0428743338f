import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterKey, normalizeTitle } from './cluster.ts';

describe('the title of a vacancy', () => {
  it.each([
    ['Senior Engineer (m/w/d) - Berlin', ['Berlin, Germany'], 'senior engineer'],
    ['Account Executive - Italy', ['Italy'], 'account executive'],
    ['Engineer (Remote)', [], 'engineer'],
    ['Engineer, Remote - US', ['US'], 'engineer'],
    ['ENGINEER (all genders)', [], 'engineer'],
    ['C++ Developer', [], 'c++ developer'],
    ['Engineer, Paris | Remote (Berlin)', ['Berlin', 'Paris'], 'engineer'],
    ['Engineer – Berlin', ['Berlin'], 'engineer'],
    ['Engineer –Berlin', ['Berlin'], 'engineer berlin'],
    ['Engineer, Berlin,', ['Berlin'], 'engineer'],
    ['Engineer () (Berlin', ['Berlin'], 'engineer'],
    ['Co-Op @ Berlin', ['Berlin'], 'co op'],
  ])('%s is read without its decoration', (title, places, expected) => {
    expect(normalizeTitle(title, places)).toBe(expected);
  });

  it('keeps what is no place', () => {
    expect(normalizeTitle('Staff Engineer, Payments', ['Austin'])).toBe('staff engineer payments');
    expect(normalizeTitle('Remote', [])).toBe('remote');
  });

  it('tells vacancies of other companies apart', () => {
    expect(clusterKey('a', 'Engineer', [])).not.toBe(clusterKey('b', 'Engineer', []));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (title, places) => {
        expect(typeof normalizeTitle(title, places)).toBe('string');
      }),
    );
  });
});
