/** How well places are read out of what postings and people write. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { placesEvaluator } from '../server/src/features/catalog/places/index.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

const placeSchema = z.object({
  name: z.string(),
  /** Null in a label: not judged. */
  region: z.string().nullable(),
  country: z.string(),
});
const expectedSchema = z.object({
  places: z.array(placeSchema),
  remote: z.boolean(),
  workplace: z.enum(['remote', 'hybrid', 'on_site']).nullable(),
  scope: z.array(z.string()).nullable(),
});
const labelledSchema = z.object({
  id: z.number(),
  text: z.string(),
  country: z.string().optional(),
  expected: expectedSchema,
});
const answerSchema = expectedSchema.extend({ id: z.number() });

/** Without diacritics, and without what stands in brackets behind a name: 'Halle (Saale)'. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ \([^)]*\)$/, '')
    .toLowerCase();
}

type Reading = z.infer<typeof expectedSchema>;

/** What a reading says, each statement once; a region where the label has one. */
function statementsOf({ places, workplace, scope }: Reading, label: Reading): Set<string> {
  return new Set([
    ...places.map(({ name, region, country }) => {
      const isJudged = label.places.some(
        (place) => place.region !== null && plain(place.name) === plain(name) && place.country === country,
      );
      return `place ${plain(name)} ${isJudged && region !== null ? plain(region) : ''} ${country}`;
    }),
    ...(workplace === null ? [] : [`workplace ${workplace}`]),
    ...(scope ?? []).map((code) => `scope ${code}`),
  ]);
}

function compare(found: Set<string>, wanted: Set<string>): Counts {
  const right = [...found].filter((each) => wanted.has(each)).length;
  return { right, wrong: found.size - right, missed: wanted.size - right };
}

const set = readFileSync(path.join(import.meta.dirname, 'sets/places.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => labelledSchema.parse(JSON.parse(line)));
const answers = [...(await placesEvaluator.evaluate(set))].map((answer) => answerSchema.parse(answer));

for (const half of ['tune', 'held_out'] as const) {
  const errors: string[] = [];
  const counts = set.flatMap(({ id, text, expected }, index): Counts[] => {
    if ((id % 3 === 0) !== (half === 'held_out')) return [];
    const answer = answers[index];
    if (answer === undefined) return [];
    const [found, wanted] = [statementsOf(answer, expected), statementsOf(expected, expected)];
    const result = compare(found, wanted);
    if (result.wrong + result.missed > 0 || answer.remote !== expected.remote) {
      errors.push(`  ${id} ${JSON.stringify(text)}: ${[...found].join(', ')}; not ${[...wanted].join(', ')}`);
    }
    return [result];
  });
  process.stdout.write(`${describeScores(`places ${half}`, sum(counts))}\n`);
  for (const error of errors) process.stdout.write(`${error}\n`);
}
