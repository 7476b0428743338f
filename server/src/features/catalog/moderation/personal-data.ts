import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';
import { clearReportTexts } from './reports.store.ts';

const reports = tableData({
  name: 'job_reports',
  table: 'job_reports',
  owner: 'reporter_id',
  key: { id: 'uuid' },
  without: ['visitor'],
  erase: 'name',
});

/** Reports of jobs. That a job was reported stays; who has, and in which words, goes. */
export const reportData: readonly PersonalData[] = [
  {
    ...reports,
    async eraseSome(tx, subject, now) {
      await clearReportTexts(tx, subject.userId);
      return reports.eraseSome(tx, subject, now);
    },
  },
];
