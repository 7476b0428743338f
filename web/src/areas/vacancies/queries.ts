import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

const key = ['operator', 'vacancies'] as const;

export const vacancyQueries = {
  all: key,
  of: (jobId: string) =>
    queryOptions({
      queryKey: [...key, jobId],
      queryFn: () => client.vacancies.read({ params: { job_id: jobId } }),
    }),
};
