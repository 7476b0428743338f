import type { Tx } from '../../../platform/db/index.ts';
import type { DataSubject, PersonalData } from '../personal-data/index.ts';

/**
 * Writes all that a person has here as one JSON object, a page at a time: `format`, `exported_at`, and a list under the
 * name of each part. What is written while it is read may be in it or not.
 */
export async function* writeExport(
  tx: Tx,
  subject: DataSubject,
  parts: readonly PersonalData[],
  now: Date,
): AsyncGenerator<string> {
  yield `{"format":"rolecall-export/1","exported_at":${JSON.stringify(now)}`;
  for (const part of parts) {
    yield `,\n${JSON.stringify(part.name)}:[`;
    let isFirst = true;
    for await (const page of part.pages(tx, subject)) {
      const rows = page.map((row) => JSON.stringify(row)).join(',\n');
      yield isFirst ? `\n${rows}` : `,\n${rows}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '}\n';
}
