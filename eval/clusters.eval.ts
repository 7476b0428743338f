/** How well postings that are one vacancy are found, beside the key of company and title. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { normalizeCompanyName } from '../server/src/features/catalog/companies/index.ts';
import { clusterEvaluator } from '../server/src/features/catalog/vacancies/index.ts';
import { readObjects } from '../server/src/platform/evaluation/index.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

const pairSchema = z.object({
  a: z.string(),
  b: z.string(),
  same: z.boolean(),
  hard: z.boolean(),
  kind: z.string(),
  half: z.enum(['tune', 'held_out']),
});
const postingSchema = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string(),
  location: z.string(),
});
const answerSchema = z.object({ id: z.string(), cluster: z.string() });

const read = (name: string) => readObjects(readFileSync(new URL(`sets/${name}`, import.meta.url), 'utf8'));
const objects = read('clusters.jsonl');
const pairs = read('clusters.pairs.jsonl').map((pair) => pairSchema.parse(pair));
const postings = new Map(
  objects.map((object) => postingSchema.parse(object)).map((posting) => [posting.id, posting]),
);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const ofKey = new Map(
  [...postings.values()].map(({ id, title, company }) => [
    id,
    `${normalizeCompanyName(company)} ${plain(title)}`,
  ]),
);
const ofProduct = new Map(
  [...(await clusterEvaluator.evaluate(objects))]
    .map((answer) => answerSchema.parse(answer))
    .map(({ id, cluster }) => [id, cluster]),
);

function countOne(clusters: ReadonlyMap<string, string>, { a, b, same }: z.infer<typeof pairSchema>): Counts {
  const isFound = clusters.get(a) === clusters.get(b);
  return {
    right: same && isFound ? 1 : 0,
    wrong: !same && isFound ? 1 : 0,
    missed: same && !isFound ? 1 : 0,
  };
}

const show = (line: string) => process.stdout.write(`${line}\n`);
const describe = (id: string) => {
  const posting = postings.get(id);
  return posting === undefined ? id : `${posting.title} · ${posting.company} · ${posting.location}`;
};

// The held-out half is only looked at by its figures.
const halves =
  process.env['ROLECALL_EVAL_HELD_OUT'] === undefined ? (['tune'] as const) : (['tune', 'held_out'] as const);
for (const half of halves) {
  const ofHalf = pairs.filter((pair) => pair.half === half);
  for (const [name, clusters] of [
    ['key of company and title', ofKey],
    ['vacancies', ofProduct],
  ] as const) {
    show(describeScores(`clusters ${half}: ${name}`, sum(ofHalf.map((pair) => countOne(clusters, pair)))));
  }
  const hard = ofHalf.filter((pair) => pair.hard);
  show(describeScores(`clusters ${half}: hard pairs`, sum(hard.map((pair) => countOne(ofProduct, pair)))));
  for (const pair of ofHalf) {
    const { wrong, missed } = countOne(ofProduct, pair);
    if (wrong + missed > 0)
      show(
        `  ${wrong > 0 ? 'merged' : 'missed'}: ${pair.kind}\n    ${pair.a} ${describe(pair.a)}\n    ${pair.b} ${describe(pair.b)}`,
      );
  }
}

// Families are of different employers, so whatever is one across them is wrong, though no pair says so.
const familyOf = (id: string) => id.slice(0, id.indexOf('-'));
const families = new Map<string, Set<string>>();
for (const [id, cluster] of ofProduct)
  families.set(cluster, (families.get(cluster) ?? new Set()).add(familyOf(id)));
const across = [...families.values()].filter(({ size }) => size > 1).length;
show(`clusters over more than one family: ${across}`);
