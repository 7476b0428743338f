import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export const markData: readonly PersonalData[] = [
  tableData({ name: 'saved_and_hidden_jobs', table: 'job_marks', key: { job_id: 'uuid' }, erase: 'row' }),
];
