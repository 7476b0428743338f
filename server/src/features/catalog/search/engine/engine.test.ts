import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfCases } from '../../../../testing/cases.ts';
import { createCollection, partsOf } from './collection.ts';
import { findSynonyms } from './concepts.ts';
import type { SearchDocument } from './document.ts';
import type { SearchRequest } from './request.ts';
import { createSearcher } from './search.ts';
import { similarTo } from './similar.ts';
import { createSlowModel } from './slow-model.ts';

const base: SearchDocument = {
  vacancy: '',
  id: '',
  ids: [],
  revision: 1,
  title: '',
  companyId: 'c1',
  company: 'Acme',
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

const anything: SearchRequest = {
  words: null,
  read: ['en', 'de', 'fr', 'es'],
  place: null,
  withinKm: null,
  workplaces: [],
  employmentTypes: [],
  seniorities: [],
  companyIds: [],
  sourceIds: [],
  pay: null,
  publishedSince: null,
  order: 'relevance',
  payCurrency: 'EUR',
  after: null,
  limit: 50,
  without: [],
  facets: null,
};

let serial = 0;
const doc = (change: Partial<SearchDocument>): SearchDocument => {
  serial += 1;
  const id = change.id ?? `job-${serial}`;
  return { ...base, vacancy: id, id, ids: [id], ...change };
};

function searchIn(documents: readonly Partial<SearchDocument>[]) {
  const collection = createCollection();
  for (const document of documents) collection.put(doc(document));
  const searcher = createSearcher(collection, findSynonyms);
  const titleOf = new Map(
    collection.columns.ids.map((id, at) => [id, collection.titles.texts[collection.columns.title[at] ?? 0]]),
  );
  return (change: Partial<SearchRequest>) => {
    const answer = searcher.search({ ...anything, ...change });
    return { ...answer, titles: answer.jobs.map(({ id }) => titleOf.get(id)) };
  };
}

const german = 'Du arbeitest mit uns und für die Kunden in der Stadt, das ist eine gute Sache.';

describe('words', () => {
  const search = searchIn([
    { title: 'UX/UI Designer' },
    { title: 'Data engineer/scientist' },
    { title: 'C++ Developer' },
    { title: 'C# Developer' },
    { title: '東京のエンジニア募集' },
    { title: 'Customer Support Agent', text: 'It is you who makes it good, and it shows: support them.' },
    { title: 'IT Support Specialist' },
    { title: 'Softwareentwickler (m/w/d)', text: german },
    { title: 'Entwicklerin für Software', text: german },
    { title: 'Pflegefachkraft', text: german },
    { title: 'Registered Nurse' },
    { title: 'Head of Nursing' },
    { title: 'Go-to-Market Manager' },
    { title: 'Node.js Developer' },
    { title: 'Constructor de barcos', text: 'Trabajas con la gente de los barcos y para las familias.' },
    {
      title: 'Technicienne de maintenance',
      text: 'Vous travaillez avec nos clients dans la ville et pour les usines.',
    },
  ]);

  it.each<[string, string[]]>([
    ['UX designer', ['UX/UI Designer']],
    ['scientist', ['Data engineer/scientist']],
    ['C++', ['C++ Developer']],
    ['エンジニア', ['東京のエンジニア募集']],
    ['IT support', ['IT Support Specialist']],
    ['it support', ['IT Support Specialist']],
    ['entwickler', ['Entwicklerin für Software', 'Softwareentwickler (m/w/d)']],
    ['nursing', ['Head of Nursing', 'Registered Nurse']],
    ['RN', ['Registered Nurse', 'Pflegefachkraft']],
    ['nodejs', ['Node.js Developer']],
    ['"node js"', ['Node.js Developer']],
    ['constructor', ['Constructor de barcos']],
    ['registred nurse', ['Registered Nurse', 'Pflegefachkraft']],
    ['technicien', ['Technicienne de maintenance']],
    ['"data scientist"', []],
    ['developer -C#', ['C++ Developer', 'Node.js Developer']],
    ['customersupport', ['Customer Support Agent']],
  ])('%s finds %j', (words, expected) => {
    expect(search({ words }).titles.toSorted()).toEqual(expected.toSorted());
  });

  it('are put right where they are misspelt, also at their first letter', () => {
    expect(search({ words: 'xustomer suport' })).toMatchObject({
      titles: ['Customer Support Agent'],
      correction: 'customer support',
    });
    expect(search({ words: 'registered nurse' }).correction).toBeNull();
  });

  it('say why a job is there', () => {
    const [job] = search({ words: 'RN', read: ['de'] }).jobs.slice(-1);
    expect(job?.reasons).toEqual([
      { asked: 'RN', found: 'pflegefachkraft', match: 'synonym', fields: ['title'] },
    ]);
  });

  it('that mean the same in a language that nobody reads are left out', () => {
    expect(search({ words: 'RN', read: ['fr'] }).titles).toEqual(['Registered Nurse']);
  });
});

describe('places', () => {
  const search = searchIn([
    { title: 'a', places: ['Zürich'] },
    { title: 'b', places: ['York, United Kingdom'] },
    { title: 'c', places: ['New York, NY'] },
    { title: 'd', places: ['Neu-Ulm, Germany'] },
    { title: 'e', places: ['San Jose, CA'] },
    { title: 'f', places: ['Berlin', 'Hamburg'] },
  ]);
  it.each<[Partial<SearchRequest>, string[]]>([
    [{ place: 'Zurich' }, ['a']],
    [{ place: 'York, United Kingdom' }, ['b']],
    [{ place: 'germany' }, ['d', 'f']],
    [{ place: 'California' }, ['e']],
    [{ place: 'Hamburg' }, ['f']],
    [{ place: 'Ulm', withinKm: 50 }, ['d']],
    [{ place: 'berl' }, ['f']],
  ])('%j', (change, expected) => {
    expect(search(change).titles.toSorted()).toEqual(expected);
  });

  it('order by distance', () => {
    expect(search({ place: 'Germany', order: 'distance' }).total).toBe(2);
    const near = search({ place: 'Berlin', withinKm: 2_000, order: 'distance' });
    expect(near.titles.slice(0, 2)).toEqual(['f', 'd']);
    expect(near.jobs[0]?.distanceKm).toBe(0);
  });
});

const vocabulary = [
  'nurse',
  'registered',
  'staff',
  'RN',
  'senior',
  'data',
  'engineer',
  'sales',
  'manager',
  'java',
  'java-script',
  'IT',
  'of',
];
const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((list) => list.join(' '));
describe('similar jobs', () => {
  it('share the rarest words of title, company and skills, and tell them', () => {
    const collection = createCollection();
    for (const [id, title, skills, text] of [
      ['a', 'Data Engineer', ['Kafka'], ''],
      ['b', 'Data Engineer', ['Kafka'], ''],
      ['c', 'Sales Engineer', [], 'We use Kafka and data.'],
      ['d', 'Nurse', [], ''],
    ] as const) {
      collection.put(doc({ id, title, skills, text, company: `${id} Ltd` }));
    }
    expect(similarTo(collection, 'a', 5)).toEqual([
      { id: 'b', shared: ['data', 'engineer', 'kafka', 'ltd'] },
      { id: 'c', shared: ['engineer', 'ltd'] },
      { id: 'd', shared: ['ltd'] },
    ]);
    collection.remove('b');
    expect(similarTo(collection, 'a', 1).map(({ id }) => id)).toEqual(['c']);
    expect(similarTo(collection, 'unknown', 5)).toEqual([]);
  });
});

/** Long texts have words that stand so far behind that their places are not told exactly. */
const texts = fc
  .tuple(words, fc.constantFrom(0, 150, 185, 260), words, fc.constantFrom(0, 63), words)
  .map(([first, one, second, other, third]) => [first, filler(one), second, filler(other), third].join(' '));
const filler = (count: number): string => Array.from({ length: count }, (_, at) => `filler${at}`).join(' ');
const documents = fc.record({
  title: words,
  company: fc.constantFrom('Acme', 'Nurse Co', 'Java AG'),
  companyId: fc.constantFrom('c1', 'c2'),
  skills: fc.array(fc.constantFrom('Java', 'Sales', 'Data engineering'), { maxLength: 2 }),
  text: texts,
  workplaces: fc.constantFrom(
    [],
    ['remote' as const],
    ['hybrid' as const],
    ['remote' as const, 'on_site' as const],
  ),
  seniorities: fc.constantFrom([], ['senior' as const]),
  payAnnual: fc.constantFrom(null, 50_000, 90_000),
  publishedAt: fc.integer({ min: 0, max: 5 }),
});
const requests = fc.record({
  words: fc.oneof(
    fc.constant(null),
    fc
      .array(
        fc.constantFrom(
          'nurse',
          'nurses',
          '"senior nurse"',
          '"data data engineer"',
          '"nurse IT"',
          '-"data engineer"',
          'registered',
          'java-script',
          '-sales',
          'OR',
          'data',
          'engin',
          'javascript',
          'IT',
          'saless',
          'of',
        ),
        { maxLength: 4 },
      )
      .map((list) => list.join(' ')),
  ),
  workplaces: fc.constantFrom([], ['remote' as const], ['hybrid' as const, 'on_site' as const]),
  seniorities: fc.constantFrom([], ['senior' as const]),
  companyIds: fc.constantFrom([], ['c1']),
  pay: fc.constantFrom(null, { annual: 60_000, currency: 'EUR' }),
  publishedSince: fc.constantFrom(null, 2),
  order: fc.constantFrom('relevance' as const, 'newest' as const, 'pay' as const),
});

describe('whatever was added, changed and removed', () => {
  it('a search finds, orders, counts and pages like a plain loop over all documents', () => {
    const steps = fc.array(fc.tuple(fc.nat(12), fc.option(documents, { freq: 4 })), { maxLength: 40 });
    fc.assert(
      fc.property(steps, requests, fc.integer({ min: 1, max: 5 }), (changes, request, limit) => {
        const collection = createCollection();
        const kept = new Map<string, SearchDocument>();
        for (const [number, change] of changes) {
          const id = `v${number}`;
          kept.delete(id);
          if (change === null) collection.remove(id);
          else {
            const document = doc({ id, ...change, payCurrency: change.payAnnual === null ? null : 'EUR' });
            kept.set(id, document);
            collection.put(document);
          }
        }
        const asked = { ...anything, ...request, limit, facets: { values: 20 } };
        const expected = createSlowModel([...kept.values()]).search(asked, collection);
        for (const index of [collection, createCollection(structuredClone(partsOf(collection)))]) {
          const searcher = createSearcher(index, findSynonyms);
          const answer = searcher.search(asked);
          expect({ total: answer.total, facets: answer.facets }).toEqual({
            total: expected.ranked.length,
            facets: expected.facets,
          });
          const ranked = [];
          let page = answer.jobs;
          while (page.length > 0) {
            ranked.push(...page.map(({ id, rank }) => ({ id, rank })));
            page = searcher.search({ ...asked, after: page.at(-1) ?? null }).jobs;
          }
          expect(ranked).toEqual(expected.ranked);
        }
      }),
      numberOfCases(2_000, 80),
    );
  });
});
