import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'vite';
import { z } from 'zod';
import { addLines, coverageMap, type LinesOfFiles } from './istanbul.ts';

const countedPage = z.object({
  scripts: z.array(z.object({ file: z.string(), ran: z.array(z.tuple([z.number(), z.number()])) })),
});

function rangesThatDidNotRun(hasRun: Uint8Array) {
  const found: { startOffset: number; endOffset: number; count: number }[] = [];
  for (let start = hasRun.indexOf(0); start !== -1; ) {
    const end = hasRun.indexOf(1, start);
    found.push({ startOffset: start, endOffset: end === -1 ? hasRun.length : end, count: 0 });
    start = end === -1 ? -1 : hasRun.indexOf(0, end);
  }
  return found;
}

const sourceMap = z.object({
  version: z.number(),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()),
  names: z.array(z.string()),
  mappings: z.string(),
});

function readSourceMap(code: string): z.infer<typeof sourceMap> | undefined {
  const encoded = /\n\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)\s*$/.exec(
    code,
  )?.[1];
  if (encoded === undefined) return undefined;
  return sourceMap.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
}

/** Adds to `lines` what of its sources one script has run. */
async function addScript(lines: LinesOfFiles, file: string, code: string, hasRun: Uint8Array): Promise<void> {
  const map = readSourceMap(code);
  if (map === undefined) return;
  const all = { startOffset: 0, endOffset: code.length, count: 1 };
  const converted = await convert({
    code,
    sourceMap: map,
    coverage: {
      url: pathToFileURL(file).href,
      functions: [{ functionName: '', isBlockCoverage: true, ranges: [all, ...rangesThatDidNotRun(hasRun)] }],
    },
    ast: parseAstAsync(code),
  });
  addLines(lines, coverageMap.parse(JSON.parse(JSON.stringify(converted))));
}

/**
 * Lines of the sources of all pages that ran in a browser while `folder` was counted into.
 *
 * @param built folder of the built web app: what no page has loaded counts as not covered
 */
export async function readBrowserCoverage(folder: string, built: string): Promise<LinesOfFiles> {
  const byScript = new Map<string, Uint8Array>();
  const codeOf = (file: string) => readFileSync(path.join(folder, 'scripts', file), 'utf8');
  for (const page of globSync('*.json', { cwd: folder })) {
    const { scripts } = countedPage.parse(JSON.parse(readFileSync(path.join(folder, page), 'utf8')));
    for (const { file, ran } of scripts) {
      const hasRun = byScript.get(file) ?? new Uint8Array(codeOf(file).length);
      byScript.set(file, hasRun);
      for (const [start, end] of ran) hasRun.fill(1, start, end);
    }
  }
  const lines: LinesOfFiles = new Map();
  for (const [file, hasRun] of byScript)
    await addScript(lines, path.join(folder, file), codeOf(file), hasRun);
  for (const file of globSync('assets/*.js', { cwd: built })) {
    const code = readFileSync(path.join(built, file), 'utf8');
    await addScript(lines, path.join(built, file), code, new Uint8Array(code.length));
  }
  return lines;
}
