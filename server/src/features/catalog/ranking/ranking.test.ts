import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createCompounds } from './compounds.ts';
import { rankEvaluator } from './evaluation.ts';
import { createPool } from './pool.ts';
import { rank } from './rank.ts';
import { relations } from './relations.ts';

const answerSchema = z.array(
  z.object({
    id: z.union([z.string(), z.number()]),
    ranking: z.array(z.object({ id: z.union([z.string(), z.number()]), score: z.number() })),
  }),
);

async function evaluate(objects: readonly unknown[], candidates?: readonly unknown[]) {
  return answerSchema.parse([...(await rankEvaluator.evaluate(objects, candidates))]);
}

const byText = (text: string, titles: readonly string[]) => ({
  id: text,
  query: { text },
  candidates: titles.map((title) => ({ id: title, title })),
});

async function firstOf(query: unknown): Promise<unknown> {
  return (await evaluate([query]))[0]?.ranking[0]?.id;
}

describe('ranking titles', () => {
  test('finds the occupation in another language', async () => {
    expect(
      await firstOf(
        byText('Krankenpfleger (m/w/d)', ['Nursery teacher', 'Registered Nurse', 'Dentist', 'Nurse manager']),
      ),
    ).toBe('Registered Nurse');
  });

  test('finds what the vocabulary lacks by its characters and by related words', async () => {
    expect(await firstOf(byText('Quantenoptikforscher', ['Quantenoptik Forschung', 'Koch', 'Optiker']))).toBe(
      'Quantenoptik Forschung',
    );
    expect(
      relations()
        .relatedTo('lehrer')
        .map(({ word }) => word),
    ).toContain('teacher');
  });

  test('puts who does the work before who leads it, and the other way round', async () => {
    const titles = ['Engineering Manager, Backend', 'Backend Engineer'];
    expect(await firstOf(byText('Backend Engineer', titles))).toBe('Backend Engineer');
    expect(await firstOf(byText('Engineering Manager', titles))).toBe('Engineering Manager, Backend');
  });

  test('takes compounds apart whose parts are known', () => {
    const words = new Set(['grundschul', 'lehrer', 'arbeit', 'recht']);
    const { partsOf } = createCompounds((word) => words.has(word));
    expect(partsOf('grundschullehrer')).toEqual(['grundschul', 'lehrer']);
    expect(partsOf('arbeitsrecht')).toEqual(['arbeit', 'recht']);
    expect(partsOf('lehrer')).toEqual([]);
  });
});

describe('ranking postings', () => {
  const candidates = [
    {
      id: 1,
      title: 'Backend Engineer',
      text: 'You write services in Go.\nThey keep their state in PostgreSQL.',
    },
    {
      id: 2,
      title: 'Backend Engineer',
      text: 'You write services in Java.\nThey keep their state in Oracle.',
    },
    { id: 3, title: 'Pastry Chef', text: 'You bake cakes for the café.\nYou start at five in the morning.' },
  ];

  test('weighs skills of a profile, by every spelling', async () => {
    const query = {
      id: 'q',
      query: { profile: { titles: ['Backend Engineer'], skills: ['Golang', 'Postgres'] } },
    };
    const [answer] = await evaluate([query], candidates);
    expect(answer?.ranking.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('reads a whole résumé', async () => {
    const text = `Jane Doe. Pastry cook with nine years in hotels.\n${'I bake bread, cakes and tarts every morning. '.repeat(40)}`;
    const [answer] = await evaluate([{ id: 'q', query: { text } }], candidates);
    expect(answer?.ranking[0]?.id).toBe(3);
  });

  test('answers the same to the same set, whatever stands in one title twice', async () => {
    const objects = [
      { id: 1, query: { text: 'cook' }, candidates: [...candidates, { id: 'copy', title: 'Pastry Chef' }] },
      { id: 2, query: { profile: { titles: ['Cook'] } }, candidates },
    ];
    expect(await evaluate(objects)).toEqual(await evaluate(objects));
  });

  test('keeps equal scores in the order of the candidates, and ranks all', async () => {
    const same = Array.from({ length: 30 }, (_, id) => ({ id, title: 'Zookeeper' }));
    const [answer] = await evaluate([{ id: 1, query: { text: 'Accountant' } }], same);
    expect(answer?.ranking.map(({ id }) => id)).toEqual(same.map(({ id }) => id));
  });

  test('has scores from 0 to 1, and answers to nothing', () => {
    const pool = createPool([...candidates, { title: '' }, {}]);
    for (const titles of [[], ['Backend Engineer'], ['']]) {
      const scores = rank(pool, { titles, skills: [], text: '', years: null });
      expect([...scores].every((score) => score >= 0 && score <= 1.0001)).toBe(true);
    }
    expect([...rank(createPool([]), { titles: ['x'], skills: [], text: '', years: null })]).toEqual([]);
  });

  test('names the line that has no candidates or no query', async () => {
    await expect(
      evaluate([
        { id: 1, query: { text: 'a' }, candidates: [] },
        { id: 2, query: { text: 'a' } },
      ]),
    ).rejects.toThrow(/^Line 2: candidates/);
    await expect(evaluate([{ id: 1, query: {} }], [])).rejects.toThrow(/^Line 1: query/);
  });
});
