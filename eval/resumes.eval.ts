/** How much of made-up résumés is read from them, printed through twelve layouts in four languages. */

import type { JsonResume } from '@rolecall/contract';
import { chromium } from 'playwright-core';
import { readFileIn } from '../server/src/features/activity/resumes/reading.ts';
import { createWorkerPool } from '../server/src/platform/workers/index.ts';
import { layouts, pageOf } from './support/resumes/layouts.ts';
import { people } from './support/resumes/people.ts';
import { type Counts, describeScores, sum } from './support/scores.ts';

type Part = 'contacts' | 'work' | 'education' | 'dates';

const fold = (text: string | undefined): string =>
  (text ?? '').toLowerCase().replace(/^https?:\/\/|[^\p{L}\p{N}+]/gu, '');

/** What is compared of a résumé, as marks that are there or not. */
function marksOf({ basics, work, education }: JsonResume): Record<Part, string[]> {
  const { name, email, phone, url, location, profiles = [] } = basics;
  const span = (one: { startDate?: string | undefined; endDate?: string | undefined }) =>
    `${one.startDate ?? ''}..${one.endDate ?? ''}`;
  const marks = (prefix: string, values: readonly (string | undefined)[]) =>
    values
      .map(fold)
      .filter((value) => value !== '')
      .map((value) => `${prefix} ${value}`);
  return {
    contacts: [
      ...marks('name', [name]),
      ...marks('email', [email]),
      ...marks('phone', [phone]),
      ...marks('url', [url]),
      ...marks('city', [location?.city]),
      ...marks(
        'profile',
        profiles.map(({ network, username }) => `${network}${username}`),
      ),
    ],
    work: work.flatMap((one) => [...marks('employer', [one.name]), ...marks('position', [one.position])]),
    education: education.flatMap((one) => [
      ...marks('school', [one.institution]),
      ...marks('degree', [one.studyType]),
      ...marks('area', [one.area]),
    ]),
    dates: [...work, ...education].map(span),
  };
}

function compare(
  wanted: readonly string[],
  found: readonly string[],
): { counts: Counts; missed: string[]; wrong: string[] } {
  const left = [...found];
  const missed = wanted.filter((mark) => {
    const place = left.indexOf(mark);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
  return {
    counts: { right: wanted.length - missed.length, wrong: left.length, missed: missed.length },
    missed,
    wrong: left,
  };
}

const empty: JsonResume = {
  basics: {},
  work: [],
  education: [],
  skills: [],
  languages: [],
  certificates: [],
  projects: [],
};
const parts: readonly Part[] = ['contacts', 'work', 'education', 'dates'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
const workers = createWorkerPool({ threads: 1, memoryMb: 256 });
const results: { half: string; columns: number; part: Part; counts: Counts }[] = [];
const times: number[] = [];
for (const layout of layouts) {
  for (const person of people) {
    await page.setContent(pageOf(person, layout));
    const file = new Uint8Array(
      await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }),
    );
    const begun = performance.now();
    const read = await readFileIn(workers, file);
    times.push(performance.now() - begun);
    const found = marksOf(typeof read === 'string' ? empty : read.resume);
    const wanted = marksOf(person.resume);
    for (const part of parts) {
      const { counts, missed, wrong } = compare(wanted[part], found[part]);
      results.push({ half: layout.half, columns: layout.columns, part, counts });
      for (const mark of missed)
        process.stdout.write(`  ${layout.name} ${person.language} missed: ${mark}\n`);
      for (const mark of wrong) process.stdout.write(`  ${layout.name} ${person.language} wrong: ${mark}\n`);
    }
  }
}
await workers.close();
await browser.close();
for (const half of ['tune', 'held_out']) {
  for (const columns of [1, 2]) {
    for (const part of parts) {
      const own = results.filter((one) => one.half === half && one.columns === columns && one.part === part);
      process.stdout.write(
        `${describeScores(`${part}, ${columns} column, ${half}`, sum(own.map(({ counts }) => counts)))}\n`,
      );
    }
  }
}
times.sort((a, b) => a - b);
process.stdout.write(
  `${times.length} documents, p95 ${Math.round(times[Math.floor(times.length * 0.95)] ?? 0)} ms\n`,
);
