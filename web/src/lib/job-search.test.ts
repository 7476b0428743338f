import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFilters, readJobSearch } from './job-search.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

const companyId = '0190a000-0000-7000-8000-000000000001';
const read = (address: string) => readJobSearch(parseSearch(address));

describe('the address of a job search', () => {
  it('reads one value and several', () => {
    expect(
      read('?q=cook&workplace=remote&workplace=hybrid&seniority=senior&pay_minimum=50000'),
    ).toMatchObject({
      q: 'cook',
      workplace: ['remote', 'hybrid'],
      seniority: ['senior'],
      pay_minimum: 50_000,
    });
  });

  it('leaves out what is not known, so that an old or broken link still works', () => {
    const search = read(`?workplace=moon&workplace=remote&company_id=7&pay_minimum=lots&sort=best&x=1`);
    expect(stringifySearch(search)).toBe('?workplace=remote');
  });

  it('writes nothing for no search', () => {
    expect(stringifySearch(read(''))).toBe('');
  });

  it('reads back what it has written', () => {
    const searches = fc.record(
      {
        q: fc.string({ minLength: 1, maxLength: 50 }).filter((text) => text === text.trim() && text !== ''),
        workplace: fc.uniqueArray(fc.constantFrom('on_site', 'hybrid', 'remote'), { minLength: 1 }),
        company_id: fc.constant([companyId]),
        pay_minimum: fc.integer({ min: 1, max: 1_000_000 }),
        posted_within_days: fc.constantFrom(1, 7, 30),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(searches, (search) => {
        expect(read(stringifySearch(search))).toEqual(search);
      }),
    );
  });

  it('counts the filters beside the words', () => {
    expect(countFilters(read('?q=cook&place=Rome'))).toBe(0);
    expect(countFilters(read('?workplace=remote&workplace=hybrid&pay_minimum=1'))).toBe(3);
  });
});
