/** How well candidates are ranked, beside BM25, character TF-IDF and the scorer of the predecessors. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { occupationVocabulary, shapeOf } from '../server/src/features/catalog/occupations/index.ts';
import { createPool, type Query, rank, rankingParts } from '../server/src/features/catalog/ranking/index.ts';
import { readObjects } from '../server/src/platform/evaluation/index.ts';
import { baselineRankers, type RankedCandidate, type Ranker } from './support/ranking/baselines.ts';
import {
  areaUnderCurve,
  averagePrecision,
  ndcg,
  precisionAt,
  reciprocalRank,
} from './support/ranking/measures.ts';

const read = (name: string) => readObjects(readFileSync(new URL(`sets/${name}`, import.meta.url), 'utf8'));
const show = (line: string) => process.stdout.write(`${line}\n`);
const halves =
  process.env['ROLECALL_EVAL_HELD_OUT'] === undefined ? (['tune'] as const) : (['tune', 'held_out'] as const);

const profiles = read('ranking.profiles.jsonl').map((object) =>
  z
    .object({
      id: z.string(),
      half: z.enum(['tune', 'held_out']),
      profile: z.object({ titles: z.array(z.string()), skills: z.array(z.string()), years: z.number() }),
      grades: z.record(z.string(), z.number()),
    })
    .parse(object),
);
const titled = z.object({ id: z.string(), title: z.string() });
const written = z.object({ id: z.string(), text: z.string() });
const postings: RankedCandidate[] = [
  ...read('ranking.postings.jsonl').map((object) => titled.parse(object)),
  ...read('skills.jsonl').map((object) => {
    const { id, text } = written.parse(object);
    return { id, title: text.slice(0, text.indexOf('.')), text };
  }),
];

/** Ours, and ours without each of its parts. */
function ourRankers(candidates: readonly RankedCandidate[]): [string, Ranker][] {
  const pool = createPool(candidates);
  return [
    ['ours', (query: Query) => rank(pool, query)],
    ...rankingParts.map((part): [string, Ranker] => [
      `ours without ${part}`,
      (query) => rank(pool, query, new Set([part])),
    ]),
  ];
}

const orderOf = (scores: Float64Array): number[] =>
  Array.from(scores.keys()).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);

const mean = (figures: readonly number[]) =>
  figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length);

function showProfiles(half: 'tune' | 'held_out'): void {
  show(`profiles ${half}: nDCG@10, MAP, P@5, errors of shape in the first 20`);
  const ofHalf = profiles.filter((profile) => profile.half === half);
  for (const [name, ranker] of [...baselineRankers(postings), ...ourRankers(postings)]) {
    const figures = ofHalf.map(({ profile, grades }) => {
      const order = orderOf(ranker({ ...profile, text: '' }));
      const ranked = order.map((place) => grades[postings[place]?.id ?? ''] ?? 0);
      const shape = shapeOf(profile.titles[0] ?? '');
      const wrongShapes = order
        .slice(0, 20)
        .filter((place) => shapeOf(postings[place]?.title ?? '') !== shape).length;
      const relevant = ranked.map((grade) => grade >= 2);
      return [ndcg(ranked, 10), averagePrecision(relevant), precisionAt(relevant, 5), wrongShapes];
    });
    const columns = [0, 1, 2, 3].map((column) => mean(figures.map((each) => each[column] ?? 0)).toFixed(3));
    show(`  ${name.padEnd(28)} ${columns.join('  ')}`);
  }
}

/**
 * Titles to names of occupations, as in sets of crosswalks: the labelled titles against all names of the vocabulary in a
 * language. The vocabulary knows the answers, so this says how much is lost on the way, not how much is known.
 */
function showTitles(half: 'tune' | 'held_out'): void {
  const vocabulary = occupationVocabulary();
  const titles = read('titles.jsonl')
    .map((object) =>
      z
        .object({ half: z.string(), language: z.string(), title: z.string(), concept: z.string() })
        .parse(object),
    )
    .filter((title) => title.half === half);
  show(`titles ${half}: MRR from each language to the names of occupations in each`);
  for (const target of ['en', 'de', 'fr', 'es']) {
    const names = vocabulary.occupations.flatMap((occupation) =>
      occupation.aliases
        .filter(({ language }) => language === target)
        .map(({ text }) => ({ id: occupation.id, title: text })),
    );
    for (const [name, ranker] of [...baselineRankers(names), ...ourRankers(names)]) {
      const columns = ['en', 'de', 'fr', 'es'].map((source) => {
        const ofSource = titles.filter(({ language }) => language === source);
        const ranks = ofSource.map(({ title, concept }) => {
          const wanted = vocabulary.lookUp(concept)[0]?.id;
          const order = orderOf(ranker({ titles: [], skills: [], text: title, years: null }));
          return reciprocalRank(order.map((place) => names[place]?.id === wanted));
        });
        return `${source} ${mean(ranks).toFixed(3)}`;
      });
      show(`  to ${target}: ${name.padEnd(28)} ${columns.join('  ')}`);
    }
  }
}

/** Résumés of people with some of the profiles, so with their grades: is what fits ranked before what does not? */
function showResumes(half: 'tune' | 'held_out'): void {
  show(`résumés ${half}: mean area under the curve, nDCG@10`);
  const resumes = read('ranking.resumes.jsonl')
    .map((object) => z.object({ half: z.string(), profile: z.string(), text: z.string() }).parse(object))
    .filter((resume) => resume.half === half);
  for (const [name, ranker] of [...baselineRankers(postings), ...ourRankers(postings)]) {
    const figures = resumes.map(({ profile, text }) => {
      const grades = profiles.find(({ id }) => id === profile)?.grades ?? {};
      const scores = ranker({ titles: [], skills: [], text, years: null });
      const graded = postings.map(({ id }) => grades[id] ?? 0);
      return [
        areaUnderCurve(
          scores,
          graded.map((grade) => grade >= 2),
        ),
        ndcg(
          orderOf(scores).map((place) => graded[place] ?? 0),
          10,
        ),
      ];
    });
    const columns = [0, 1].map((column) => mean(figures.map((each) => each[column] ?? 0)).toFixed(3));
    show(`  ${name.padEnd(28)} ${columns.join('  ')}`);
  }
}

for (const half of halves) {
  showProfiles(half);
  showResumes(half);
  showTitles(half);
}
