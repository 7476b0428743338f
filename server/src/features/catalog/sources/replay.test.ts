import type { RunCounts, SourceKind } from '@rolecall/contract';
import { expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { describeSharedData, readSharedData } from '../../../testing/shared-data.ts';
import { createSourceBench } from '../../../testing/sources/bench.ts';

const documents: readonly (readonly [SourceKind, string])[] = [
  ['greenhouse', 'feeds/greenhouse.json'],
  ['lever', 'feeds/lever.json'],
  ['ashby', 'feeds/ashby.json'],
  ['employer_dump', 'postings/uber.json'],
  ...['09', '10', '11', '12', '13', '14', '15'].map(
    (day) => ['open_jobs', `replay/2026-08-${day}.json`] as const,
  ),
];

describeSharedData('the recorded feeds', () => {
  describeEachDatabase('read twice over', (open) => {
    it('give every job once, and nothing at all the second time', async () => {
      const database = await open();
      const bench = createSourceBench(database, new FakeClock('2026-08-16T00:00:00Z'));
      const pass = async () => {
        const all: Record<string, RunCounts> = {};
        for (const [kind, path] of documents) {
          const { run } = await bench.sources.ingestDocument({
            kind,
            document: readSharedData(path),
            fileName: path.replace(/^.*\//, ''),
          });
          expect(run).toMatchObject({ status: 'succeeded', warning: null, error: null });
          const { counts } = run;
          expect(counts.read).toBe(counts.new + counts.changed + counts.unchanged + counts.skipped);
          all[path] = counts;
          if (path.includes('08-11')) {
            expect(run.skipped).toEqual([
              { row: expect.any(Number), reason: 'no_title', detail: expect.stringContaining('undefined') },
            ]);
          }
        }
        return all;
      };

      const first = await pass();
      expect(first['postings/uber.json']).toMatchObject({ read: 776, new: 776 });
      expect(first['replay/2026-08-11.json']).toMatchObject({ read: 1760, skipped: 1 });
      const all = Object.values(first).reduce((sum, counts) => sum + counts.new, 0);
      // What asks applicants for money and the like waits for an operator.
      const { flagged } = await database.query
        .selectFrom('jobs')
        .select(({ fn }) => fn.countAll<number>().as('flagged'))
        .where('review', '=', 'flagged')
        .executeTakeFirstOrThrow();
      expect(flagged).toBeLessThan(all / 1_000);
      const total = all - Number(flagged);
      expect(new Set(bench.published).size).toBe(total);
      expect(bench.published).toHaveLength(total);

      for (const counts of Object.values(await pass())) {
        expect(counts).toMatchObject({ new: 0, changed: 0, closed: 0 });
      }
      expect(bench.published).toHaveLength(total);
    });
  });
});
