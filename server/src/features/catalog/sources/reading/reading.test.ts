import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOfSkills, skillVocabulary } from '../../skills/index.ts';
import { isBoardToken } from './addresses.ts';
import { decodeEntities } from './entities.ts';
import { amountOf, payOf, periodOf, periodOfPhrase } from './pay.ts';
import { readPlaces } from './places.ts';
import { employmentTypeOf, seniorityOf } from './terms.ts';
import { deadlineOf, instantOf, lineOf } from './values.ts';

it('reads lines of a feed without what nobody sees', () => {
  expect(lineOf('\u202eAc\u200bme\ufeff \u{e0041}\n👩‍🚀 می\u200cخواهم', 100)).toBe('Acme 👩‍🚀 می\u200cخواهم');
});

it.each([
  ['Food &amp; Beverage', 'Food & Beverage'],
  ['Ing&eacute;nieur &#8211; Z&uuml;rich', 'Ingénieur – Zürich'],
  ['&Eacute;cole &#x41;', 'École A'],
  ['R&D; Fish & Chips', 'R&D; Fish & Chips'],
  ['&constructor; &#0; &#x110000;', '&constructor; &#0; &#x110000;'],
])('reads the entities of %j', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected);
});

describe('an instant of a feed', () => {
  it.each([
    ['2026-08-10T09:19:03-04:00', '2026-08-10T13:19:03.000Z'],
    ['2026-08-10T09:19:03', '2026-08-10T09:19:03.000Z'],
    ['2026-08-10 10:02:07 UTC', '2026-08-10T10:02:07.000Z'],
    ['2026-08-10 10:02:07', '2026-08-10T10:02:07.000Z'],
    ['2026-08-10', '2026-08-10T00:00:00.000Z'],
    ['Mon, 10 Aug 2026 10:02:07 +0200', '2026-08-10T08:02:07.000Z'],
    ['10 August 2026', '2026-08-10T00:00:00.000Z'],
    [1_786_356_127, '2026-08-10T10:02:07.000Z'],
    ['1786356127', '2026-08-10T10:02:07.000Z'],
    ['Mon Aug 10 2026 10:02:07 GMT+0100 (CET)', '2026-08-10T09:02:07.000Z'],
    ['2026-08-10 23:59:59 -05:00', '2026-08-11T04:59:59.000Z'],
    ['August 10, 2026 10:02:07 EST', '2026-08-10T15:02:07.000Z'],
    ['2026-08-10T10:02:07+02:00[Europe/Berlin]', '2026-08-10T08:02:07.000Z'],
    [1_786_356_127_123, '2026-08-10T10:02:07.123Z'],
  ])('%s is %s', (value, expected) => {
    expect(instantOf(value)?.toISOString()).toBe(expected);
  });

  it.each([null, '', 'soon', 0, Number.NaN, '0000-00-00', '1970-01-01', '9999-12-31', {}, true])(
    '%s is none',
    (value) => {
      expect(instantOf(value)).toBeNull();
    },
  );

  it.each([
    ['2026-09-30', '2026-09-30T23:59:59.999Z'],
    ['December 31, 2026', '2026-12-31T23:59:59.999Z'],
    ['2026-09-30T17:00:00Z', '2026-09-30T17:00:00.000Z'],
    [1_786_356_127, '2026-08-10T10:02:07.000Z'],
  ])('lasts to the end of a day when %s is a deadline', (value, expected) => {
    expect(deadlineOf(value)?.toISOString()).toBe(expected);
  });
});

describe('places', () => {
  it.each([
    [['Remote - US'], ['US'], 'remote'],
    [['Remote, Italy'], ['Italy'], 'remote'],
    [['United States - Remote'], ['United States'], 'remote'],
    [['US Remote'], ['US'], 'remote'],
    [['Remote (UK)'], ['UK'], 'remote'],
    [['Hybrid'], [], 'hybrid'],
    [['San Francisco, CA | New York City, NY'], ['San Francisco, CA', 'New York City, NY'], null],
    [['Denver, CO - Hybrid; Austin, TX'], ['Denver, CO', 'Austin, TX'], null],
    [['bangalore, , India'], ['bangalore, India'], null],
    [['3 Locations'], [], null],
    [['Berlin', 'berlin'], ['Berlin'], null],
    [['San Francisco or Remote'], ['San Francisco'], 'remote'],
    [['Remoteville'], ['Remoteville'], null],
    [['Austin, TX (not remote)'], ['Austin, TX'], 'on_site'],
    [['Leipzig (kein Homeoffice)'], ['Leipzig'], 'on_site'],
    [['Remoto - Brasil'], ['Brasil'], 'remote'],
    [['Télétravail'], [], 'remote'],
    [['Homeoffice'], [], 'remote'],
    [['Lyon (télétravail partiel)'], ['Lyon'], 'hybrid'],
    [['2 Standorte'], [], null],
  ])('%j are %j', (texts, places, workplace) => {
    expect(readPlaces(texts)).toEqual({ places, workplace });
  });
});

describe('pay', () => {
  it.each([
    ['85,000', 85_000],
    ['85.000', 85_000],
    ['85k', 85_000],
    ['$85 000', 85_000],
    ['32.94', 33],
    ['1,234,567.89', 1_234_568],
    [150_000.4, 150_000],
    [24.038, 24],
    ['6,00,000', 600_000],
    ['1,23,45,678', 12_345_678],
    ['competitive', null],
    ['60,000 - 80,000', null],
    [-5, null],
    [0, null],
    [1e12, null],
  ])('%s is the amount %s', (value, expected) => {
    expect(amountOf(value)).toBe(expected);
  });

  it.each([
    ['per-year-salary', 'year'],
    ['per-hour-wage', 'hour'],
    ['1 YEAR', 'year'],
    ['MONTH', 'month'],
    ['bi-week-salary', null],
    ['2 WEEK', null],
    ['one-time', null],
    ['ANN', 'year'],
    ['HUR', 'hour'],
    ['MON', 'month'],
  ])('%s is the period %s', (value, expected) => {
    expect(periodOf(value)).toBe(expected);
  });

  it.each([
    ['Day Shift Pay Range', 78_000, 'year'],
    ['Annual base, 40 hours/week', 78_000, 'year'],
    ['Base salary (10-month contract)', 52_000, 'year'],
    ['Salary. You are paid every two weeks', 52_000, 'year'],
    ['Hourly rate', 42, 'hour'],
    ['Weekly pay', 1_200, 'week'],
    ['Hourly rate', 78_000, 'year'],
    ['Range', 42, null],
  ])('of which it says %j, with %d, is for a period of %s', (words, largest, expected) => {
    expect(periodOfPhrase(words, largest)).toBe(expected);
  });

  it('takes a fraction for one where a thousand times as much is paid to nobody', () => {
    const range = { minimum: '24.038', maximum: '28,846', currency: 'USD' };
    expect(payOf({ ...range, period: 'hour' })).toMatchObject({ minimum: 24, maximum: 29 });
    expect(payOf({ ...range, period: 'year' })).toMatchObject({ minimum: 24_038, maximum: 28_846 });
  });

  it('is put in order, and left out without a currency or period', () => {
    const range = { minimum: 80_000, maximum: '60,000', currency: 'eur', period: 'year' } as const;
    expect(payOf(range)).toEqual({ minimum: 60_000, maximum: 80_000, currency: 'EUR', period: 'year' });
    expect(payOf({ ...range, currency: '€' })).toBeNull();
    expect(payOf({ ...range, period: null })).toBeNull();
  });
});

describe('terms', () => {
  it.each([
    ['FullTime', 'full_time'],
    ['fulltime_permanent', 'full_time'],
    ['PART_TIME', 'part_time'],
    ['Independent Contractor (FT)', 'contract'],
    ['Intern', 'internship'],
    ['Fixed Term', 'temporary'],
    [['OTHER', 'VOLUNTEER'], 'volunteer'],
    ['International', null],
    ['permanent', null],
  ])('%j is the employment type %s', (value, expected) => {
    expect(employmentTypeOf(value)).toBe(expected);
  });

  it.each([
    ['Senior / Staff Fullstack Engineer', 'lead'],
    ['Staff Accountant', null],
    ['Senior Director, Sales', 'director'],
    ['Vice President of Growth', 'executive'],
    ['Sr. Data Analyst', 'senior'],
    ['Lead Generation Specialist', null],
    ['Internal Auditor', null],
    ['Software Engineering Intern', 'intern'],
    ['Junior Developer', 'junior'],
  ])('%s has the seniority %s', (title, expected) => {
    expect(seniorityOf(title)).toBe(expected);
  });
});

it('the name of a board cannot leave its place in the address', () => {
  for (const address of ['..', '.', 'a/b', 'a?b', 'a#b', 'a%2fb', '', 'a b', 'ä', 'a\n']) {
    expect(isBoardToken(address)).toBe(false);
  }
  expect(isBoardToken('acme-corp_1.x')).toBe(true);
});

it('readers take anything without an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (value) => {
      for (const read of [instantOf, deadlineOf, amountOf, periodOf, employmentTypeOf]) read(value);
      readPlaces([value]);
      seniorityOf(typeof value === 'string' ? value : '');
      namesOfSkills(skillVocabulary(), [typeof value === 'string' ? value : ''], 25);
    }),
  );
});
