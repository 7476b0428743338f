import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { readAddress } from './addresses.ts';
import { createBoilerplate } from './boilerplate.ts';
import { createClustering } from './clustering.ts';
import { fingerprintOf, type Posting } from './fingerprint.ts';
import { decide } from './same.ts';
import { coreOf } from './texts.ts';

const text =
  'You extend the order service in Elixir, take part in the rota every sixth week and bring the event store to a second ' +
  'region. We ask for five years with functional languages and for somebody who enjoys talking to mechanics.';
const otherText =
  'The marketplace for spare parts has outgrown its first database. You split the monolith along its catalogues, choose ' +
  'what becomes a service and measure whether it was worth it. Ruby today, Java where it pays.';

const posting = (change: Partial<Posting> = {}): Posting => ({
  title: 'Senior Backend Engineer (m/w/d)',
  company: 'Boltwerk GmbH',
  places: ['Berlin, Germany'],
  text,
  address: '',
  postedAt: null,
  pay: null,
  ...change,
});

const isGeneral = () => false;
const candidate = (change: Partial<Posting>) => {
  const fingerprint = fingerprintOf(posting(change));
  return { fingerprint, core: coreOf(fingerprint.text, isGeneral) };
};
const compare = (a: Partial<Posting>, b: Partial<Posting>) => {
  const { same, reasons } = decide(candidate(a), candidate(b));
  return { same, reason: reasons[0] };
};

describe('the vacancy of a posting', () => {
  it.each<[string, Partial<Posting>, string]>([
    ['an abbreviated level', { title: 'Sr. Backend Engineer' }, 'same_text'],
    ['a hyphen', { title: 'Senior Back-End Engineer' }, 'same_text'],
    ['a name without legal form', { company: 'BOLTWERK' }, 'same_text'],
    ['the city in the title', { title: 'Senior Backend Engineer - Berlin' }, 'same_text'],
    ['another city', { places: ['Hamburg, Germany'] }, 'same_text_but_for_the_place'],
    ['a text that was cut', { text: text.slice(0, 110) }, 'cut_text'],
    ['a list without texts', { text: '' }, 'same_title_and_place'],
  ])('is the same with %s', (_, change, reason) => {
    expect(compare({}, change)).toEqual({ same: true, reason });
    expect(compare(change, {})).toEqual({ same: true, reason });
  });

  it.each<[string, Partial<Posting>, string]>([
    ['another text', { text: otherText }, 'another_text'],
    ['another level', { title: 'Staff Backend Engineer' }, 'another_level'],
    ['no level', { title: 'Backend Engineer' }, 'another_level'],
    ['a team in the title', { title: 'Senior Backend Engineer, GTM' }, 'title_says_more'],
    ['another country', { places: ['Wien, Österreich'] }, 'another_country'],
    ['other hours', { title: 'Senior Backend Engineer in Teilzeit' }, 'other_hours'],
    ['another brand', { company: 'Boltwerk Lager GmbH' }, 'another_employer'],
    ['a list of another city', { text: '', places: ['Hamburg'] }, 'another_place'],
  ])('is another with %s', (_, change, reason) => {
    expect(compare({}, change)).toEqual({ same: false, reason });
    expect(compare(change, {})).toEqual({ same: false, reason });
  });

  it('is told by requisitions and pay, whatever the texts say', () => {
    const workday = (requisition: string) =>
      `https://bolt.wd1.myworkdayjobs.com/Jobs/job/Berlin/Role_${requisition}`;
    expect(compare({ address: workday('R-10042') }, { address: workday('R-10043') }).reason).toBe(
      'another_requisition',
    );
    expect(
      compare({ address: workday('R-10042') }, { address: workday('R-10042-1'), text: otherText }),
    ).toEqual({
      same: true,
      reason: 'same_requisition',
    });
    const paid = (range: string) => ({ text: `${text} The salary is ${range} a year.` });
    expect(compare(paid('$90,000 - $110,000'), paid('$120,000 to $150,000')).reason).toBe('pay_apart');
    expect(compare(paid('$90–110k'), paid('$100,000 to $150,000')).same).toBe(true);
  });

  it('is not told by the names of agencies and of those who give none', () => {
    const bare = { text: '', company: 'Hays AG' };
    expect(compare(bare, bare)).toEqual({ same: false, reason: 'unknown_employer' });
    const hidden = { company: 'Confidential' };
    expect(compare(hidden, { ...hidden, text: otherText, places: ['Houston, TX'] }).same).toBe(false);
    expect(
      compare({ text: `Boltwerk: ${text}` }, { text: `Boltwerk: ${text}`, company: 'Jobs via Dice' }).same,
    ).toBe(true);
  });

  it.each([
    ['INGENIEUR MECANIQUE H/F', 'Ingénieur mécanique (H/F)'],
    ['Verkäufer/in', 'Verkäuferin / Verkäufer (w/m/d)'],
    ['Software-Entwickler (m/w/d)', 'Softwareentwickler*in'],
    ['Cocinero/a', 'COCINERO'],
    ['RN - Registered Nurse', 'Registered Nurse'],
    ['Software Engineer II', 'Software Engineer 2'],
  ])('%s is %s', (one, other) => {
    expect(compare({ title: one, text: '' }, { title: other, text: '' }).same).toBe(true);
  });
});

describe('the address of a posting', () => {
  it.each([
    ['https://job-boards.greenhouse.io/acme/jobs/8099353?gh_src=abc', 'greenhouse:8099353'],
    ['https://www.acme.example/careers/apply?utm_source=x&gh_jid=8099353', 'greenhouse:8099353'],
    [
      'https://jobs.lever.co/acme/56841e0d-049b-4dd7-bd28-586377f36950/apply',
      'lever:56841e0d-049b-4dd7-bd28-586377f36950',
    ],
    [
      'https://jobs.ashbyhq.com/acme/f5cf4790-0b77-47be-b332-02ca6ec755fd/application',
      'ashby:f5cf4790-0b77-47be-b332-02ca6ec755fd',
    ],
    [
      'https://acme.wd1.myworkdayjobs.com/en-US/x/job/Tempe/Driver_R1004723-1/apply',
      'workday:acme:r1004723-1',
    ],
    ['https://careers-acme.icims.com/jobs/1234/driver/job?mode=view', 'icims:careers-acme.icims.com:1234'],
    ['https://jobs.smartrecruiters.com/Acme/744000142989309-driver', 'smartrecruiters:744000142989309'],
    ['https://apply.workable.com/acme/j/A1B2C3D4E5/', 'workable:a1b2c3d4e5'],
    ['https://acme.recruitee.com/o/driver-mwd', 'recruitee:acme.recruitee.com:driver-mwd'],
    ['https://acme.jobs.personio.de/job/2748906?language=en', 'personio:2748906'],
    ['https://acme.teamtailor.com/jobs/123456-driver', 'teamtailor:123456'],
    ['https://example.org/jobs/1234', null],
    ['not an address', null],
  ])('%s', (address, expected) => {
    expect(readAddress(address).posting).toBe(expected);
  });
});

describe('clusters', () => {
  const clusterAll = (changes: readonly Partial<Posting>[]): number[] => {
    const clustering = createClustering<number, number>();
    const fingerprints = changes.map((change) => fingerprintOf(posting(change)));
    for (const [index, fingerprint] of fingerprints.entries())
      clustering.add(index, fingerprint, isGeneral, index);
    return fingerprints.map((_, index) => clustering.clusterOf(index) ?? -1);
  };

  it('never hold two postings that are told apart, whatever stands between them', () => {
    expect(clusterAll([{}, { text: otherText }, { text: '' }])).toEqual([0, 1, 0]);
    expect(clusterAll([{ text: '' }, {}, { text: otherText }])).toEqual([0, 0, 2]);
  });

  it('grow together when a posting has what two others have a part of', () => {
    expect(clusterAll([{ text: text.slice(0, 120) }, { text: text.slice(90) }, {}])).toEqual([0, 0, 0]);
  });

  it('leave out what an employer says in all of its postings', () => {
    const about =
      'Boltwerk builds the operating system of workshops. Founded by two mechanics in a garage, we now serve nine thousand ' +
      'customers in twelve countries. Everybody gets thirty days of holiday, a bicycle, lunch from our own kitchen and shares.';
    const short = { text: `${about} You test axles.` };
    const other = { text: `${about} You paint doors.` };
    const boilerplate = createBoilerplate();
    const titles = ['Painter', 'Welder', 'Driver', 'Cook', 'Nurse'];
    for (const title of titles)
      boilerplate.add(fingerprintOf(posting({ title, text: `${about} ${title} wanted here.` })));
    const read = (change: Partial<Posting>) => {
      const fingerprint = fingerprintOf(posting(change));
      return { fingerprint, core: coreOf(fingerprint.text, boilerplate.of(fingerprint.company.looseKey)) };
    };
    expect(decide(read(short), read({ ...other, places: ['Hamburg'] })).same).toBe(false);
  });

  it('decide the same in both orders, and throw at nothing', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(words, words, words, words, (title, place, company, address) => {
        const one = candidate({ title, company, places: [place], address });
        const other = candidate({ title: place, company, text: title });
        expect(decide(one, other)).toEqual(decide(other, one));
        expect(decide(one, one).same || !decide(one, one).isVeto).toBe(true);
      }),
      numberOfCases(2_000, 40),
    );
  });
});
