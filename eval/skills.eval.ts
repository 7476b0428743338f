/** How many of the skills that a careful reader sees in postings are found, beside what a list of 200 names found. */
import { readFileSync } from 'node:fs';
import { lookUpSkill, skillVocabulary } from '../server/src/features/catalog/skills/index.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

interface LabelledText {
  readonly id: string;
  readonly half: 'tune' | 'held_out';
  readonly text: string;
  readonly expected: readonly string[];
}

const postings = readFileSync(new URL('sets/skills.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): LabelledText => JSON.parse(line));

/** What the list of some 200 names that came before the vocabulary found of the same set, with the same counting. */
const baselines = {
  tune: { right: 83, wrong: 22, missed: 799 },
  held_out: { right: 17, wrong: 6, missed: 408 },
} as const satisfies Record<LabelledText['half'], Counts>;

const vocabulary = skillVocabulary();

function compare({ text, expected }: LabelledText): { counts: Counts; wrong: string[]; missed: string[] } {
  const wanted = new Set(expected.map((name) => lookUpSkill(name)?.id ?? name));
  const found = new Set(vocabulary.find(text).skills.map(({ concept }) => vocabulary.concept(concept).id));
  const wrong = [...found].filter((id) => !wanted.has(id));
  const missed = [...wanted].filter((id) => !found.has(id));
  return {
    counts: { right: found.size - wrong.length, wrong: wrong.length, missed: missed.length },
    wrong,
    missed,
  };
}

for (const half of ['tune', 'held_out'] as const) {
  const compared = postings
    .filter((posting) => posting.half === half)
    .map((posting) => ({ posting, ...compare(posting) }));
  for (const { posting, wrong, missed } of compared) {
    if (wrong.length > 0) process.stdout.write(`  ${posting.id} wrong: ${wrong.join(', ')}\n`);
    if (missed.length > 0) process.stdout.write(`  ${posting.id} missed: ${missed.join(', ')}\n`);
  }
  process.stdout.write(`${describeScores(`skills ${half}`, sum(compared.map(({ counts }) => counts)))}\n`);
  process.stdout.write(`${describeScores(`skills ${half}, 200 names`, baselines[half])}\n`);
}
