import { type AlertConditions, alertConditionsSchema } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfCases } from '../../../../testing/cases.ts';
import { createTestSearcher } from '../../../../testing/search.ts';
import type { SearchDocument } from '../../search/index.ts';
import { filterOf, readAlert, readVacancy, refusalOf } from '../conditions.ts';
import { createReverseIndex } from './reverse-index.ts';

const base: SearchDocument = {
  vacancy: 'v',
  id: 'j',
  ids: ['j'],
  revision: 1,
  title: '',
  companyId: '01900000-0000-7000-8000-0000000000c1',
  company: 'Acme GmbH',
  skills: [],
  text: '',
  places: [],
  workplaces: [],
  employmentTypes: [],
  seniorities: [],
  sourceIds: [],
  payAnnual: null,
  payCurrency: null,
  publishedAt: 0,
};

const idOf = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const conditionsOf = (given: object): AlertConditions => alertConditionsSchema.parse(given);

function foundBy(alerts: readonly object[], document: Partial<SearchDocument>): number[] {
  const index = createReverseIndex();
  for (const [number, given] of alerts.entries()) index.put(idOf(number), readAlert(conditionsOf(given)));
  const { numbers, count } = index.match({ ...base, ...document });
  return [...numbers.subarray(0, count)].map((number) => Number.parseInt(index.idOf(number).slice(-12), 16));
}

describe('a vacancy finds the alerts that look for it', () => {
  it.each<[object, Partial<SearchDocument>, boolean]>([
    [{ q: 'nurse' }, { title: 'Nurses wanted' }, true],
    [{ q: 'nurse' }, { title: 'Nursing assistant' }, true],
    [{ q: 'nurs' }, { title: 'Nurse' }, false],
    [{ q: 'engineer' }, { title: 'Enginer' }, false],
    [{ q: 'nurse' }, { title: 'Registered RN' }, false],
    [{ q: 'node.js' }, { title: 'NodeJS Developer' }, true],
    [{ q: 'node.js' }, { title: 'Node JS Developer' }, true],
    [{ q: '"data engineer"' }, { title: 'Engineer of data' }, false],
    [{ q: 'UX/UI designer' }, { title: 'UI designer', text: 'UX matters' }, true],
    [{ q: 'engineer -senior' }, { title: 'Senior Engineer' }, false],
    [{ q: 'go OR rust' }, { skills: ['Rust'] }, true],
    [{ q: 'technicien', language: ['fr'] }, { title: 'Technicienne de maintenance' }, true],
    [{ q: 'technicien' }, { title: 'Technicienne de maintenance' }, false],
    [{ place: 'Germany' }, { places: ['Berlin, DE'] }, true],
    [{ place: 'Ulm', within_km: 50 }, { places: ['Günzburg'] }, true],
    [{ place: 'Ulm' }, { places: ['Günzburg'] }, false],
    [{ place: 'Germany' }, { places: ['Remote - Germany'], workplaces: ['remote'] }, true],
    [{ workplace: ['remote'] }, { places: ['Berlin'] }, false],
    [{ workplace: ['remote', 'hybrid'] }, { workplaces: ['remote'] }, true],
    [{ pay_minimum: 60_000 }, { payAnnual: 60_000, payCurrency: 'EUR' }, true],
    [{ pay_minimum: 60_000 }, { payAnnual: 60_000, payCurrency: 'USD' }, false],
    [{ pay_minimum: 60_000 }, {}, false],
    [{ q: 'nurse', without_companies: ['ACME'] }, { title: 'Nurse' }, false],
    [
      { q: 'nurse', without_words: ['night shift'] },
      { title: 'Nurse', text: 'Night shifts every week.' },
      false,
    ],
    [{ q: 'nurse', without_words: ['night shift'] }, { title: 'Nurse', text: 'One shift at night.' }, true],
    [{}, { title: 'Anything' }, true],
  ])('%j and %j: %s', (alert, document, expected) => {
    expect(foundBy([alert], document)).toEqual(expected ? [0] : []);
  });

  it('each alert once, however many ask the same or fit by several alternatives', () => {
    expect(
      foundBy([{ q: 'nurse OR nurses OR care' }, { q: 'care' }, { q: 'care' }], {
        title: 'Nurse, care',
      }).toSorted(),
    ).toEqual([0, 1, 2]);
  });
});

const words = [
  'nurse',
  'nurses',
  'data',
  'engineer',
  'Node.js',
  'nodejs',
  'js',
  'of',
  'IT',
  'ux/ui',
  'Entwickler',
  'technicien',
  'technicienne',
  'café',
  'go',
];
const places = [
  'Berlin',
  'Berlin, DE',
  'Ulm',
  'Günzburg',
  'Germany',
  'Zürich',
  'New York, NY',
  'USA',
  'Europe',
  'Atlantis',
  'Brooklyn',
  'Paris',
  'San Francisco Bay Area',
  'Cambridge',
  'Remote - US',
  'Bavaria',
  'Springfield, IL',
];
const some = <Value>(values: readonly Value[], most = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
const text = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((list) => list.join(' '));
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', '-', 'OR '),
      fc.constantFrom(...words, '"data engineer"', '"nurse of data"'),
    ),
    { maxLength: 4 },
  )
  .map((list) => list.map(([sign, word]) => sign + word).join(' '));

const conditions = fc
  .record({
    q: fc.option(query, { nil: undefined }),
    place: fc.option(fc.constantFrom(...places, 'Berl', 'atl'), { nil: undefined, freq: 2 }),
    within_km: fc.option(fc.constantFrom(10, 60, 500), { nil: undefined, freq: 2 }),
    workplace: some(['remote', 'on_site', 'hybrid'] as const),
    employment_type: some(['full_time', 'contract'] as const, 1),
    seniority: some(['senior', 'junior'] as const, 1),
    company_id: some([base.companyId], 1),
    pay_minimum: fc.option(fc.constantFrom(50_000, 70_000), { nil: undefined, freq: 4 }),
    language: some(['de', 'fr', 'en'] as const),
    without_companies: some(['Acme', 'Other Ltd'], 1),
    without_words: some(['nurse', 'data engineer', 'it'] as const, 1),
  })
  .map(conditionsOf);

const vacancies = fc
  .record({
    title: text,
    company: fc.constantFrom('ACME Inc.', 'Globex', 'Data Ltd'),
    skills: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
    text,
    places: some(places, 3),
    workplaces: some(['remote', 'on_site', 'hybrid'] as const, 1),
    employmentTypes: some(['full_time', 'contract'] as const),
    seniorities: some(['senior', 'junior'] as const, 1),
    pay: fc.option(fc.constantFrom(50_000, 69_999, 80_000), { nil: null }),
  })
  .map(
    ({ pay, ...rest }): SearchDocument => ({
      ...base,
      ...rest,
      payAnnual: pay,
      payCurrency: pay === null ? null : 'EUR',
    }),
  );

describe('whatever was saved, changed and removed', () => {
  it('a vacancy finds exactly the alerts that the plain loop and the strict search find it by', () => {
    const steps = fc.array(fc.tuple(fc.nat(15), fc.option(conditions, { freq: 5 }), fc.nat(6)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, fc.array(vacancies, { minLength: 1, maxLength: 4 }), (changes, documents) => {
        const index = createReverseIndex();
        const kept = new Map<string, AlertConditions>();
        let compaction: Generator<void, void, void> | null = null;
        for (const [number, change, compacts] of changes) {
          const id = idOf(number);
          if (change === null) {
            kept.delete(id);
            index.remove(id);
          } else {
            kept.set(id, change);
            index.put(id, readAlert(change));
          }
          // A compaction may be anywhere between two changes.
          if (compacts === 0) compaction ??= index.compaction();
          for (let step = 0; step < compacts && compaction !== null; step += 1) {
            if (compaction.next().done === true) compaction = null;
          }
        }
        for (const document of documents) {
          const vacancy = readVacancy(document);
          const { numbers, count } = index.match(document);
          const found = [...numbers.subarray(0, count)].map(index.idOf).toSorted();
          const looped = [...kept].filter(([, each]) => refusalOf(readAlert(each), vacancy) === null);
          expect(found).toEqual(looped.map(([id]) => id).toSorted());
          const search = createTestSearcher([
            ...documents
              .filter((other) => other !== document)
              .map((other, at) => ({ ...other, vacancy: `o${at}`, id: `o${at}`, ids: [`o${at}`] })),
            document,
          ]);
          const searched = [...kept].filter(([, each]) => search(filterOf(each)).includes(document.id));
          expect(found).toEqual(searched.map(([id]) => id).toSorted());
        }
      }),
      numberOfCases(3_000, 60),
    );
  });
});
