import type { PersonalData } from '../../identity/personal-data/index.ts';

/** Files, one at a time: each may be as large as an upload. */
export const resumeData: PersonalData = {
  name: 'resumes',
  columns: ['resumes.user_id'],

  async *pages(tx, { userId }) {
    const listed = await tx
      .selectFrom('resumes')
      .select(['id', 'file_name', 'media_type', 'size', 'created_at', 'removed_at'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    for (const { id, ...resume } of listed) {
      const file = await tx.selectFrom('resumes').select('content').where('id', '=', id).executeTakeFirst();
      if (file === undefined) continue;
      yield [{ id, ...resume, content_base64: Buffer.from(file.content).toString('base64') }];
    }
  },

  async eraseSome(tx, { userId }) {
    await tx.deleteFrom('resumes').where('user_id', '=', userId).execute();
    return false;
  },
};
