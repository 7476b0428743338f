import { z } from 'zod';

export const jobMarks = ['saved', 'hidden'] as const;
/** What a job seeker has done with a job: kept it for later, or put it away. A job has one mark at most. */
export const jobMarkSchema = z.enum(jobMarks);
export type JobMark = z.infer<typeof jobMarkSchema>;
