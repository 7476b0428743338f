import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type LabelledPosting, readLabelledPostings } from './postings.ts';

const postings = readLabelledPostings();

test('every posting has an id, a title and a text of its own', () => {
  expect(new Set(postings.map(({ id }) => id)).size).toBe(postings.length);
  expect(new Set(postings.map(({ title }) => title)).size).toBe(postings.length);
  expect(repeatedPassages(postings)).toEqual([]);
});

test('texts have 25 to 400 words, and addresses in them lead nowhere', () => {
  const unusual = postings.filter(({ description }) => {
    const count = words(description).length;
    const domains = description.match(/(?<=@)[\w-]+\.[\w.-]*\w/g) ?? [];
    return count < 25 || count > 400 || domains.some((domain) => !domain.endsWith('.example'));
  });
  expect(unusual.map(({ id }) => id)).toEqual([]);
});

test('the counts that the page states hold', () => {
  const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8');
  const stated = readme.split('\n').filter((line) => /^\| (en|de|fr|es) \|/.test(line));
  const counted = ['en', 'de', 'fr', 'es'].map((language) => {
    const inLanguage = postings.filter((posting) => posting.language === language);
    const groups = [
      inLanguage.filter(({ label }) => label === 'fraud'),
      inLanguage.filter((posting) => posting.label === 'honest' && posting.hard),
      inLanguage.filter((posting) => posting.label === 'honest' && !posting.hard),
    ];
    return `| ${language} | ${groups.map(halves).join(' | ')} |`;
  });
  expect(stated).toEqual(counted);
});

test('the rules can learn each of the three main reasons in each language, and are measured on each', () => {
  const reasonsOf = (half: LabelledPosting['half'], language?: string) =>
    new Set(
      postings
        .filter((posting) => posting.half === half && (language ?? posting.language) === posting.language)
        .flatMap((posting) => (posting.label === 'fraud' ? posting.reasons : [])),
    );
  const main = ['fee', 'bank_details', 'messenger'];
  for (const language of ['en', 'de', 'fr', 'es'])
    expect([...reasonsOf('tune', language)]).toEqual(expect.arrayContaining(main));
  expect([...reasonsOf('held_out')]).toEqual(expect.arrayContaining(main));
});

/** How many are for tuning, and how many held out. */
function halves(group: LabelledPosting[]): string {
  const tune = group.filter(({ half }) => half === 'tune').length;
  return `${tune} + ${group.length - tune}`;
}

/** Pairs of postings that share eight words in a row: a template with swapped words would. */
function repeatedPassages(all: LabelledPosting[]): string[] {
  const firstSeen = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { id, description } of all) {
    const text = words(description);
    for (let start = 0; start + 8 <= text.length; start++) {
      const passage = text.slice(start, start + 8).join(' ');
      const other = firstSeen.get(passage) ?? id;
      if (other !== id) repeated.add(`${other} and ${id}: ${passage}`);
      firstSeen.set(passage, other);
    }
  }
  return [...repeated];
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/);
}
