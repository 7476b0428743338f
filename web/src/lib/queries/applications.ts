import type { ApplicationStatus } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from './pages.ts';

export const applicationQueries = {
  own: (status?: ApplicationStatus) =>
    pagedQuery(['applications', 'own', status ?? 'all'], (cursor) =>
      client.applications.listOwn({ query: { cursor, status } }),
    ),
  forJob: (jobId: string, status?: ApplicationStatus) =>
    pagedQuery(['applications', 'job', jobId, status ?? 'all'], (cursor) =>
      client.applications.listForJob({ params: { job_id: jobId }, query: { cursor, status } }),
    ),
  one: (applicationId: string) =>
    queryOptions({
      queryKey: ['applications', 'one', applicationId],
      queryFn: () => client.applications.read({ params: { application_id: applicationId } }),
    }),
  resumeSummary: (resumeId: string) =>
    queryOptions({
      queryKey: ['applications', 'resume-summary', resumeId],
      queryFn: () => client.applications.readResumeSummary({ params: { resume_id: resumeId } }),
    }),
  resumes: () => queryOptions({ queryKey: ['resumes'], queryFn: () => client.applications.listResumes() }),
};
