import { z } from 'zod';

/** The part of Istanbul's format that tells which lines have run. */
const place = z.object({ start: z.object({ line: z.number() }) });
export const coverageMap = z.record(
  z.string(),
  z.object({ statementMap: z.record(z.string(), place), s: z.record(z.string(), z.number()) }),
);

/** By file: by line with a statement, whether it has run. */
export type LinesOfFiles = Map<string, Map<number, boolean>>;

/** Adds what this run has covered to what others have. */
export function addLines(lines: LinesOfFiles, map: z.infer<typeof coverageMap>): void {
  for (const [file, { statementMap, s }] of Object.entries(map)) {
    const ofFile = lines.get(file) ?? new Map<number, boolean>();
    lines.set(file, ofFile);
    for (const [statement, { start }] of Object.entries(statementMap)) {
      ofFile.set(start.line, ofFile.get(start.line) === true || (s[statement] ?? 0) > 0);
    }
  }
}
