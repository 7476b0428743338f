/** How often the occupation and the shape of a title are read right. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { occupationVocabulary, shapeOf } from '../server/src/features/catalog/occupations/index.ts';
import { readObjects } from '../server/src/platform/evaluation/index.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

const labelledSchema = z.object({
  id: z.string(),
  half: z.enum(['tune', 'held_out']),
  title: z.string(),
  concept: z.string(),
  shape: z.string(),
});

const titles = readObjects(readFileSync(new URL('sets/titles.jsonl', import.meta.url), 'utf8')).map(
  (object) => labelledSchema.parse(object),
);
const vocabulary = occupationVocabulary();
const show = (line: string) => process.stdout.write(`${line}\n`);

// The held-out part is only looked at by its figures.
const halves =
  process.env['ROLECALL_EVAL_HELD_OUT'] === undefined ? (['tune'] as const) : (['tune', 'held_out'] as const);
for (const half of halves) {
  const errors: string[] = [];
  const ofHalf = titles.filter((title) => title.half === half);
  const counts = ofHalf.map(({ id, title, concept }): Counts => {
    const wanted = vocabulary.lookUp(concept).map((each) => each.id);
    const first = vocabulary.occupationsIn(title).occupations[0]?.occupation.id;
    const isRight = first !== undefined && wanted.includes(first);
    if (!isRight) errors.push(`  ${id} ${title}: ${first ?? 'nothing'}, not ${concept}`);
    return {
      right: isRight ? 1 : 0,
      wrong: !isRight && first !== undefined ? 1 : 0,
      missed: isRight ? 0 : 1,
    };
  });
  const shapes = ofHalf.filter(({ title, shape }) => shapeOf(title) === shape).length;
  show(describeScores(`titles ${half}: occupation`, sum(counts)));
  show(`titles ${half}: shape right in ${shapes} of ${ofHalf.length}`);
  if (half === 'tune') errors.forEach(show);
}
