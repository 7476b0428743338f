import type { Sealing } from '../../../platform/secret/index.ts';
import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';
import { decodeReading } from './stored-reading.ts';

/** Files, one at a time: each may be as large as an upload. They leave as they came, not as they are kept. */
export const resumeData = (sealing: Sealing): PersonalData => ({
  name: 'resumes',
  columns: ['resumes.user_id'],

  async *pages(tx, { userId }) {
    const listed = await tx
      .selectFrom('resumes')
      .select(['id', 'file_name', 'media_type', 'size', 'created_at', 'removed_at', 'is_default', 'unread'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    for (const { id, ...resume } of listed) {
      const file = await tx
        .selectFrom('resumes')
        .select(['content', 'reading', 'is_sealed'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (file === undefined) continue;
      const content = file.is_sealed ? sealing.open(file.content, id) : file.content;
      const reading = file.reading === null ? undefined : sealing.open(file.reading, id);
      yield [
        {
          id,
          ...resume,
          content_base64: content === undefined ? null : Buffer.from(content).toString('base64'),
          reading: reading === undefined ? null : decodeReading(reading),
        },
      ];
    }
  },

  async eraseSome(tx, { userId }) {
    await tx.deleteFrom('resumes').where('user_id', '=', userId).execute();
    return false;
  },
});

export const acceptanceData: PersonalData = tableData({
  name: 'resume_acceptances',
  table: 'resume_acceptances',
  key: { id: 'uuid' },
  erase: 'row',
});
