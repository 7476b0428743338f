import { emptyProfile } from '@rolecall/contract';
import { describe, expect, it } from 'vitest';
import type { MatchableJob } from '../jobs/index.ts';
import { matchPair } from './pair.ts';
import { parseJob, parseSeeker, type Seeker } from './parsed.ts';

const now = new Date('2026-09-01T12:00:00Z');

const plainJob: MatchableJob = {
  id: 'job',
  cluster_id: 'job',
  company_id: 'company',
  company_name: 'Acme GmbH',
  company_trust: 'source',
  company_domain: null,
  title: 'Backend Engineer',
  description_text: '',
  places: [],
  workplace: null,
  employment_type: null,
  seniority: null,
  skills: [],
  pay_minimum: null,
  pay_maximum: null,
  pay_currency: null,
  pay_period: null,
  deadline_at: null,
  published_at: new Date(0),
};
const plainSeeker: Seeker = { ...emptyProfile, user_id: 'person', wanted_titles: ['Backend Engineer'] };

function match(seeker: Partial<Seeker>, job: Partial<MatchableJob>) {
  return matchPair(parseSeeker({ ...plainSeeker, ...seeker }), parseJob({ ...plainJob, ...job }), now);
}

/** Whether the filters let the job through; the titles agree in any case. */
const passes = (seeker: Partial<Seeker>, job: Partial<MatchableJob>) => match(seeker, job) !== null;

describe('filters', () => {
  it.each<[string, Partial<Seeker>, Partial<MatchableJob>, boolean]>([
    ['a city in its country', { places: ['Berlin'] }, { places: ['Berlin, Germany'] }, true],
    ['a country', { places: ['Deutschland'] }, { places: ['Munich, Germany'] }, true],
    ['a city by its other name', { places: ['München'] }, { places: ['Munich (Bavaria)'] }, true],
    ['diacritics', { places: ['Malmo'] }, { places: ['Malmö, Sverige'] }, true],
    ['any of several places', { places: ['Rome', 'Paris'] }, { places: ['London', 'Paris'] }, true],
    ['another city', { places: ['Berlin'] }, { places: ['Hamburg, Germany'] }, false],
    ['a part of a word', { places: ['York'] }, { places: ['Yorkshire'] }, false],
    ['the same city of another country', { places: ['Paris, France'] }, { places: ['Paris, Texas'] }, false],
    ['an abbreviation that may be right', { places: ['Austin, Texas'] }, { places: ['Austin, TX'] }, true],
    ['no wish', { places: [] }, { places: ['Hamburg'] }, true],
    ['a job that tells nothing of where', { places: ['Berlin'] }, {}, true],
    ['on site, but nowhere told', { places: ['Berlin'] }, { workplace: 'on_site' }, false],
    ['remote work elsewhere', { places: ['Berlin'] }, { places: ['Paris'], workplace: 'remote' }, true],
    ['remote work by the name of the place', { places: ['Berlin'] }, { places: ['Remote - EMEA'] }, true],
    ['remote work for another country', { places: ['Berlin'] }, { places: ['Remote - US'] }, false],
    ['the same for any place', { places: [] }, { places: ['Remote - US'] }, true],
    ['the same where a place is there', { places: ['Berlin', 'USA'] }, { places: ['US only'] }, true],
    [
      'a requirement beside the place of a remote job',
      { places: ['Germany'] },
      { places: ['Austin, TX', 'USA'], workplace: 'remote' },
      false,
    ],
    [
      'a requirement that only the text tells',
      { places: ['Germany'], remote: 'remote_only' },
      { workplace: 'remote', description_text: 'We are remote first.\nYou must live in the U.S. or Canada.' },
      false,
    ],
    [
      'where only the employer is',
      { places: ['Germany'] },
      { workplace: 'remote', description_text: 'Acme is based in the United States.' },
      true,
    ],
    ['a country by its code', { places: ['Germany'] }, { places: ['Berlin, DE'] }, true],
    ['a state by its code', { places: ['California'] }, { places: ['San Jose, CA'] }, true],
    ['a country of a state', { places: ['USA'] }, { places: ['Austin, TX'] }, true],
    [
      'a city whose name has another in it',
      { places: ['York, United Kingdom'] },
      { places: ['New York, NY'] },
      false,
    ],
    [
      'a state whose name has a country in it',
      { places: ['Mexico'] },
      { places: ['Santa Fe, New Mexico'] },
      false,
    ],
    [
      'one of several cities in a list',
      { places: ['Munich'] },
      { places: ['Berlin, Hamburg, München'] },
      true,
    ],
    ['a job that is not remote', { places: ['Berlin'] }, { places: ['Austin, TX (not remote)'] }, false],
    ['only remote', { remote: 'remote_only' }, { workplace: 'remote' }, true],
    ['only remote, but hybrid', { remote: 'remote_only' }, { workplace: 'hybrid' }, false],
    ['only remote, but nothing told', { remote: 'remote_only' }, {}, false],
    ['no remote work', { remote: 'on_site_only' }, { workplace: 'remote' }, false],
    ['no remote work, and on site', { remote: 'on_site_only' }, { workplace: 'on_site' }, true],
  ])('by place: %s', (_, seeker, job, expected) => {
    expect(passes(seeker, job)).toBe(expected);
  });

  const floor = { amount: 60_000, currency: 'EUR', period: 'year' } as const;
  const pay = (maximum: number, period: 'hour' | 'month' | 'year', currency = 'EUR') => ({
    pay_maximum: maximum,
    pay_currency: currency,
    pay_period: period,
  });
  it.each<[string, Partial<MatchableJob>, boolean]>([
    ['not stated', {}, true],
    ['exactly the floor', pay(60_000, 'year'), true],
    ['below', pay(59_999, 'year'), false],
    ['enough by the month', pay(5_000, 'month'), true],
    ['too little by the month', pay(4_400, 'month'), false],
    ['the same paid 14 times', { ...pay(4_400, 'month'), pay_months: 14 }, true],
    ['too little by the hour', pay(28, 'hour'), false],
    ['another currency', pay(1_000, 'year', 'USD'), true],
    ['only a lower end', { ...pay(0, 'year'), pay_maximum: null, pay_minimum: 50_000 }, false],
  ])('by pay: %s', (_, job, expected) => {
    expect(passes({ pay_floor: floor }, job)).toBe(expected);
  });

  it.each<[string, Partial<Seeker>, Partial<MatchableJob>, boolean]>([
    ['a wanted type', { employment_types: ['contract'] }, { employment_type: 'contract' }, true],
    ['another type', { employment_types: ['contract'] }, { employment_type: 'full_time' }, false],
    ['an unknown type', { employment_types: ['contract'] }, {}, true],
    ['an excluded company', { excluded_companies: ['ACME Inc.'] }, {}, false],
    ['a company with a longer name', { excluded_companies: ['Acme Labs'] }, {}, true],
    ['an excluded word', { excluded_words: ['casino'] }, { description_text: 'We run a casino.' }, false],
    ['an excluded word of the title', { excluded_words: ['Backend'] }, {}, false],
    ['a word with the excluded one in it', { excluded_words: ['back'] }, {}, true],
    [
      'excluded words apart',
      { excluded_words: ['night shift'] },
      { description_text: 'shift at night' },
      true,
    ],
    ['a deadline to come', {}, { deadline_at: new Date('2026-09-01T12:00:01Z') }, true],
    ['a deadline that has passed', {}, { deadline_at: now }, false],
  ])('by the rest: %s', (_, seeker, job, expected) => {
    expect(passes(seeker, job)).toBe(expected);
  });
});

describe('the score', () => {
  const titleScore = (wanted: string, offered: string) =>
    match({ wanted_titles: [wanted] }, { title: offered })?.score ?? 0;

  it('needs a title or a skill to compare', () => {
    expect(match({ wanted_titles: [], places: ['Berlin'] }, { places: ['Berlin'] })).toBeNull();
    expect(match({ wanted_titles: ['(m/f/d)'] }, {})).toBeNull();
  });

  it.each([
    ['Software Engineer', 'Senior Software Engineer (m/f/d)'],
    ['SWE', 'Sr. Software Engineer II'],
    ['Back-end Developer', 'Backend Engineers'],
    ['Sr. Product Mgr', 'Product Manager'],
  ])('is full for the same title in other words: %s, %s', (wanted, offered) => {
    expect(titleScore(wanted, offered)).toBe(80);
  });

  it('puts what is closer first, and unlike jobs far below the usual minimum', () => {
    const close = titleScore('Backend Engineer', 'Backend Engineer, Payments Platform');
    expect(close).toBeGreaterThanOrEqual(60);
    expect(close).toBeLessThan(80);
    expect(titleScore('Software Engineer', 'Mechanical Engineer')).toBeLessThan(25);
    expect(titleScore('Software Engineer', 'Software Sales Manager')).toBeLessThan(30);
    expect(titleScore('Nurse', 'Engineer')).toBe(0);
  });

  it('counts skills that the job lists more than those in its text, and usual ones less', () => {
    const seeker = { wanted_titles: [], skills: ['Kubernetes', 'Communication'] };
    const score = (job: Partial<MatchableJob>) => match(seeker, job)?.score ?? 0;
    expect(score({ skills: ['k8s', 'Communication'] })).toBe(80);
    expect(score({ skills: ['k8s'] })).toBe(53);
    expect(score({ description_text: 'You know Kubernetes.' })).toBe(40);
    expect(score({ skills: ['Communication'] })).toBe(27);
  });

  it('does not miss skills where a job tells nothing but its title', () => {
    expect(match({ skills: ['Go'] }, {})?.score).toBe(80);
    expect(match({ skills: ['Go'] }, { description_text: 'Rust' })?.score).toBe(50);
    expect(match({ wanted_titles: [], skills: ['Go'] }, { title: 'Go Engineer' })?.score).toBe(80);
  });

  it('takes a usual word for a skill only where it is meant', () => {
    const seeker = { wanted_titles: [], skills: ['Go'] };
    expect(match(seeker, { description_text: 'Go to market with us' })).toBeNull();
    expect(match(seeker, { description_text: 'Services in Golang' })?.score).toBe(60);
    expect(match(seeker, { title: 'Go Engineer' })?.score).toBe(80);
    expect(match({ wanted_titles: [], skills: ['R'] }, { title: 'R&D Engineer' })).toBeNull();
    expect(match({ wanted_titles: [], skills: ['C++'] }, { description_text: 'C, C#, and more' })).toBeNull();
    expect(match({ wanted_titles: [], skills: ['.NET'] }, { description_text: 'C#/.NET' })?.score).toBe(60);
  });

  it('is the example of docs/matching.md', () => {
    const result = match(
      {
        wanted_titles: ['Backend Engineer'],
        skills: ['Go', 'PostgreSQL', 'Kubernetes', 'Terraform'],
        places: ['Berlin'],
        pay_floor: { amount: 65_000, currency: 'EUR', period: 'year' },
        employment_types: ['full_time'],
        seniority: 'senior',
      },
      {
        title: 'Senior Backend Engineer, Payments',
        description_text: 'You run PostgreSQL on k8s and care about correctness.',
        places: ['Berlin, Germany'],
        workplace: 'hybrid',
        employment_type: 'full_time',
        seniority: 'senior',
        skills: ['Go'],
        pay_minimum: 6_000,
        pay_maximum: 7_500,
        pay_currency: 'EUR',
        pay_period: 'month',
      },
    );
    expect(result).toEqual({
      score: 80,
      reasons: [
        { code: 'title', terms: ['backend', 'engineer'], points: 44 },
        { code: 'skills', terms: ['Go', 'PostgreSQL', 'Kubernetes'], points: 19 },
        { code: 'seniority', terms: ['senior'], points: 6 },
        { code: 'place', terms: ['Berlin'], points: 5 },
        { code: 'pay', terms: [], points: 3 },
        { code: 'employment_type', terms: ['full_time'], points: 3 },
      ],
    });
  });

  it('halves the title of a level far away', () => {
    const seeker: Partial<Seeker> = { seniority: 'senior' };
    expect(match(seeker, { seniority: 'senior' })?.score).toBe(86);
    expect(match(seeker, { seniority: 'lead' })?.score).toBe(82);
    expect(match(seeker, { seniority: 'junior' })?.score).toBe(80);
    expect(match(seeker, { seniority: 'intern' })?.score).toBe(40);
  });

  it('gives points for remote work to who wants it', () => {
    expect(match({ remote: 'remote_only' }, { workplace: 'remote' })?.score).toBe(83);
    expect(match({ places: ['Berlin'] }, { places: ['Rome'], workplace: 'remote' })?.score).toBe(83);
    expect(match({}, { workplace: 'remote' })?.score).toBe(80);
  });
});
