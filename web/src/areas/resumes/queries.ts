import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

export const resumeQueries = {
  reading: (resumeId: string) =>
    queryOptions({
      queryKey: ['resumes', 'reading', resumeId],
      queryFn: () => client.applications.readResume({ params: { resume_id: resumeId } }),
    }),
};
