import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** Where `npm run coverage` wants to know which code of the pages has run; undefined: nobody counts. */
const folder = process.env['ROLECALL_BROWSER_COVERAGE'];

/** What one page has run: each script by the name of the file in `scripts` that holds its text. */
interface CountedPage {
  readonly scripts: readonly {
    readonly file: string;
    /** From and to, in UTF-16 code units of the text. */
    readonly ran: readonly (readonly [number, number])[];
  }[];
}

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** V8 counts nested ranges; the innermost says whether a character has run. */
function rangesThatRan(length: number, ranges: readonly Range[]): [number, number][] {
  const hasRun = new Uint8Array(length);
  const outerFirst = ranges.toSorted(
    (one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset,
  );
  for (const { startOffset, endOffset, count } of outerFirst) {
    hasRun.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  const found: [number, number][] = [];
  for (let start = hasRun.indexOf(1); start !== -1; ) {
    const end = hasRun.indexOf(0, start);
    found.push([start, end === -1 ? length : end]);
    start = end === -1 ? -1 : hasRun.indexOf(1, end);
  }
  return found;
}

async function keep(page: Page, into: string): Promise<void> {
  const entries = await page.coverage.stopJSCoverage();
  const scripts = entries.flatMap(({ source = '', functions }) => {
    // Without a source map, a script is not one of ours.
    if (!source.includes('//# sourceMappingURL=data:')) return [];
    const file = `${createHash('sha256').update(source).digest('hex')}.js`;
    const kept = path.join(into, 'scripts', file);
    if (!existsSync(kept)) writeFileSync(kept, source);
    const ranges = functions.flatMap((each) => each.ranges);
    return [{ file, ran: rangesThatRan(source.length, ranges) }];
  });
  const counted: CountedPage = { scripts };
  writeFileSync(path.join(into, `${randomUUID()}.json`), JSON.stringify(counted));
}

/** Has the pages of the context counted where that is wanted. Workers are not. */
export async function countPages(context: BrowserContext): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(path.join(folder, 'scripts'), { recursive: true });
  const started: Page[] = [];
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    started.push(page);
    return page;
  };
  const close = context.close.bind(context);
  context.close = async (options) => {
    for (const page of started.splice(0)) if (!page.isClosed()) await keep(page, folder);
    await close(options);
  };
}
