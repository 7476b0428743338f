import {
  createSealing,
  type InstanceSecret,
  keysFor,
  type SealedRows,
  type Sealing,
} from '../../../platform/secret/index.ts';
import { pageOfSealed, replaceSealed } from './resumes.store.ts';

/** Of the keys that seal files and what was read of them. */
const purpose = 'resumes';
/** A row may be as large as an upload. */
const mostAtOnce = 4;

export const resumeSealing = (secret: InstanceSecret): Sealing => createSealing(keysFor(secret, purpose));

type Outcome = 'current' | 'old' | 'lost';

export const sealedResumes: SealedRows = {
  name: 'résumés',
  async reseal(tx, secret, { after, limit, writes }) {
    const all = keysFor(secret, purpose);
    const [now, any] = [createSealing([all[0]]), createSealing(all)];
    const most = Math.min(limit, mostAtOnce);
    const rows = await pageOfSealed(tx, after, most);
    const counts: Record<Outcome, number> = { current: 0, old: 0, lost: 0 };
    for (const { id, content, reading } of rows) {
      if (now.open(content, id) !== undefined) {
        counts.current += 1;
        continue;
      }
      const [file, text] = [any.open(content, id), reading === null ? null : any.open(reading, id)];
      if (file === undefined || text === undefined) {
        counts.lost += 1;
        continue;
      }
      counts.old += 1;
      if (!writes) continue;
      const sealed = { content: now.seal(file, id), reading: text === null ? null : now.seal(text, id) };
      await replaceSealed(tx, { id, ...sealed });
    }
    return {
      last: rows.length < most ? null : (rows.at(-1)?.id ?? null),
      old: counts.old,
      lost: counts.lost,
    };
  },
};
