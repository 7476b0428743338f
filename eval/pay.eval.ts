/** How well pay is read out of fields and texts, beside what the product did before it had a reader. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { payEvaluator } from '../server/src/features/catalog/pay/index.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

const paySchema = z.object({
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  currency: z.string(),
  period: z.string(),
  gross: z.boolean().nullable(),
  months: z.number().nullable(),
  stated: z.boolean(),
});
type Pay = z.infer<typeof paySchema>;
const labelledSchema = z.object({
  id: z.number(),
  text: z.string(),
  country: z.string(),
  expected: paySchema.nullable(),
});
const answerSchema = z.object({ currency: z.string().nullable() }).loose();

/** The first range with a currency, its period by its size: what was read out of texts until then, with the same counting. */
const baselines = {
  tune: { right: 42, wrong: 29, missed: 94 },
  held_out: { right: 22, wrong: 20, missed: 40 },
} as const satisfies Record<string, Counts>;

const nameOf = (pay: Pay | null): string =>
  pay === null
    ? 'nothing'
    : [pay.minimum, pay.maximum, pay.currency, pay.period, pay.stated ? 'stated' : 'predicted'].join(' ');

function compare(found: Pay | null, wanted: Pay | null): Counts {
  const isRight = found !== null && nameOf(found) === nameOf(wanted);
  return {
    right: isRight ? 1 : 0,
    wrong: found !== null && !isRight ? 1 : 0,
    missed: wanted !== null && !isRight ? 1 : 0,
  };
}

const set = readFileSync(new URL('sets/pay.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => labelledSchema.parse(JSON.parse(line)));
const answers = [...(await payEvaluator.evaluate(set))].map((answer) =>
  answerSchema.parse(answer).currency === null ? null : paySchema.parse(answer),
);

for (const half of ['tune', 'held_out'] as const) {
  const errors: string[] = [];
  let details = 0;
  const counts = set.flatMap(({ id, text, expected }, index): Counts[] => {
    if ((id % 3 === 0) !== (half === 'held_out')) return [];
    const answer = answers[index] ?? null;
    const result = compare(answer, expected);
    if (result.wrong + result.missed > 0) {
      errors.push(`  ${id} ${JSON.stringify(text)}: ${nameOf(answer)}; not ${nameOf(expected)}`);
    } else if (answer?.gross !== expected?.gross || answer?.months !== expected?.months) details += 1;
    return [result];
  });
  process.stdout.write(`${describeScores(`pay ${half}`, sum(counts))}\n`);
  process.stdout.write(`${describeScores(`pay ${half}, before`, baselines[half])}\n`);
  process.stdout.write(
    `  gross, net or the number of payments wrong in ${details} that are right otherwise\n`,
  );
  for (const error of errors) process.stdout.write(`${error}\n`);
}
