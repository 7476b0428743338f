/** How much fraud the flags on texts of postings find, and how much of what is honest they flag. */
import { createFlagPosting } from '../server/src/features/catalog/flags/index.ts';
import { type LabelledPosting, readLabelledPostings } from '../test/data-sets/moderation/postings.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

const flagPosting = createFlagPosting();

function countOne({ title, description, label }: LabelledPosting): Counts {
  const isFlagged = flagPosting({ title, text: description }).length > 0;
  const isFraud = label === 'fraud';
  return {
    right: isFlagged && isFraud ? 1 : 0,
    wrong: isFlagged && !isFraud ? 1 : 0,
    missed: !isFlagged && isFraud ? 1 : 0,
  };
}

for (const half of ['tune', 'held_out'] as const) {
  const postings = readLabelledPostings().filter((posting) => posting.half === half);
  process.stdout.write(`${describeScores(`flags ${half}`, sum(postings.map(countOne)))}\n`);
}
