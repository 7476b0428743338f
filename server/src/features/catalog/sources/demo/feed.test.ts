import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFeed, readWords } from '../feed.worker.ts';
import { documentOf, unpack } from '../feeds.ts';
import { demoFeed } from './feed.ts';

const dayMs = 86_400_000;
const since = new Date('2026-11-02T09:00:00Z');
const now = new Date(since.getTime() + 8 * dayMs);

function read(readings: number, at = now) {
  const feed = readFeed({
    ...documentOf(JSON.stringify(demoFeed({ since, readings }, at))),
    kind: 'job_posting',
    context: { sourceName: 'Demo', address: 'Demo', isFirst: true },
    maximumRows: 1_000,
    keptSkips: 10,
  });
  if ('unreadable' in feed) throw new Error(feed.unreadable);
  return { ...feed, postings: feed.batches.flatMap((batch) => [...unpack(batch)]) };
}

describe('the board of the demo', () => {
  test('has a few hundred jobs, no two of which are alike, from the days before', () => {
    const { postings, skipped } = read(0);
    expect(skipped).toEqual([]);
    expect(postings.length).toBeGreaterThan(240);
    const texts = new Set(postings.map(({ posting }) => posting.description.content));
    expect(texts.size).toBe(postings.length);
    const names = postings.map(({ posting: { title, companyName, places } }) =>
      [title, companyName, places].join(),
    );
    expect(new Set(names).size).toBe(postings.length);
    for (const { posting } of postings) {
      const age = now.getTime() - (posting.publishedAt?.getTime() ?? 0);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThanOrEqual(10 * dayMs);
    }
    const workplaces = new Set(postings.map(({ posting }) => posting.workplace));
    expect(workplaces).toEqual(new Set(['remote', 'hybrid', 'on_site']));
    const currencies = new Set(postings.map(({ posting }) => posting.pay?.currency));
    expect(currencies).toEqual(new Set([undefined, 'EUR', 'CHF', 'GBP', 'USD', 'MXN']));
  });

  test('asks for nothing that is flagged, as who imports it takes for granted', () => {
    const some = read(3).postings.filter((_posting, place) => place % 3 === 0);
    const flags = some.flatMap(
      ({ posting: { title, description } }) => readWords({ title, text: description.content }).flags,
    );
    expect(flags).toEqual([]);
  });

  test('says the same of a job each time, whenever in its first hour it was read first', () => {
    const hashes = (start: Date) =>
      z
        .array(z.object({ identifier: z.object({ value: z.string() }) }).loose())
        .parse(demoFeed({ since: start, readings: 0 }, now))
        .map((posting) => JSON.stringify(posting));
    expect(hashes(new Date(since.getTime() + 59 * 60_000))).toEqual(hashes(since));
  });

  test('has new jobs each time that somebody has it read, and keeps those of before', () => {
    const idsOf = (readings: number) => new Set(read(readings).postings.map(({ externalId }) => externalId));
    let before = idsOf(0);
    for (const readings of [1, 2, 3]) {
      const after = idsOf(readings);
      expect(after.size).toBeGreaterThanOrEqual(before.size + 3);
      expect([...before].filter((id) => !after.has(id))).toEqual([]);
      before = after;
    }
    expect(idsOf(500)).toEqual(idsOf(501));
  });
});
