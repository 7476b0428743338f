/** Writes the labelled set of postings and pairs to eval/sets: the same files each time. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { generateFamilies } from '../eval/support/clusters/families.ts';
import { handWritten } from '../eval/support/clusters/hand-written.ts';
import type { Draft, SetPair, SetPosting } from '../eval/support/clusters/posting.ts';
import { createRandom } from '../eval/support/clusters/random.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

const postings: SetPosting[] = [];
const pairs: SetPair[] = [];
const families = [
  ...generateFamilies(),
  ...handWritten.map((family) => ({ ...family, name: `by hand: ${family.name}` })),
];
for (const { name, original, variations, background = [] } of families) {
  const key = hashOf(name);
  /** All postings of a family are in one half, by the hash that their ids begin with. */
  const half = Number.parseInt(key, 16) % 3 === 0 ? 'held_out' : 'tune';
  let count = 0;
  const add = (draft: Draft): string => {
    const id = `${key}-${count}`;
    count += 1;
    postings.push({ id, ...draft });
    return id;
  };
  const first = add(original);
  const added = variations.map((variation) => ({ ...variation, id: add(variation.draft) }));
  for (const { id, same, hard, kind } of added) pairs.push({ a: first, b: id, same, hard, kind, half });
  // A copy and a lookalike of one posting are two vacancies, and so two copies are one.
  const copies = added.filter(({ same }) => same);
  const [one, two] = copies;
  if (one !== undefined && two !== undefined) {
    pairs.push({
      a: one.id,
      b: two.id,
      same: true,
      hard: one.hard || two.hard,
      kind: `${one.kind}; ${two.kind}`,
      half,
    });
  }
  for (const lookalike of added.filter(({ same }) => !same).slice(0, 1)) {
    const copy = copies.at(-1);
    if (copy === undefined) continue;
    pairs.push({
      a: copy.id,
      b: lookalike.id,
      same: false,
      hard: true,
      kind: `${copy.kind}; ${lookalike.kind}`,
      half,
    });
  }
  for (const draft of background) add(draft);
}

// The order of a file is no hint.
const random = createRandom('order');
const shuffled = postings
  .map((posting) => ({ posting, place: random.next() }))
  .toSorted((a, b) => a.place - b.place);
const lines = (rows: readonly object[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const folder = new URL('../eval/sets/', import.meta.url);
writeFileSync(new URL('clusters.jsonl', folder), lines(shuffled.map(({ posting }) => posting)));
writeFileSync(new URL('clusters.pairs.jsonl', folder), lines(pairs));

const count = (test: (pair: SetPair) => boolean): number => pairs.filter(test).length;
console.log(
  `${postings.length} postings, ${pairs.length} pairs: ${count(({ same }) => same)} of one vacancy, ` +
    `${count(({ hard }) => hard)} hard, ${count(({ half }) => half === 'held_out')} held out`,
);
