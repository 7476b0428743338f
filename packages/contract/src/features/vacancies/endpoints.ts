import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import { vacancyMergeSchema, vacancySchema } from './schemas.ts';

const jobParams = z.object({ job_id: idSchema });

/** Which postings are one vacancy, and what operators say to it. */
export const vacancies = {
  read: endpoint({
    ...noInput,
    id: 'readVacancy',
    method: 'GET',
    path: '/api/v1/operator/jobs/{job_id}/vacancy',
    tag: 'Operator',
    summary: 'The vacancy of a job: its postings, and why they are one',
    access: ['operator'],
    params: jobParams,
    response: vacancySchema,
    errors: ['not_found'],
  }),
  split: endpoint({
    ...noInput,
    id: 'splitVacancy',
    method: 'POST',
    path: '/api/v1/operator/jobs/{job_id}/vacancy/split',
    tag: 'Operator',
    summary: 'Take a posting out of its vacancy',
    description:
      'It is a vacancy of its own then, and no import makes it one with those postings again. Nobody is told of it.',
    access: ['operator'],
    params: jobParams,
    response: vacancySchema,
    errors: ['not_found', 'edit_conflict', 'overloaded'],
  }),
  merge: endpoint({
    ...noInput,
    id: 'mergeVacancies',
    method: 'POST',
    path: '/api/v1/operator/jobs/{job_id}/vacancy/merge',
    tag: 'Operator',
    summary: 'Make the vacancy of a job one with that of another',
    description: 'No import tells the two postings apart again. Nobody is told of it.',
    access: ['operator'],
    params: jobParams,
    body: vacancyMergeSchema,
    response: vacancySchema,
    errors: ['not_found', 'edit_conflict', 'overloaded'],
  }),
  undo: endpoint({
    ...noInput,
    id: 'undoVacancyRuling',
    method: 'POST',
    path: '/api/v1/operator/vacancy-rulings/{ruling_id}/undo',
    tag: 'Operator',
    summary: 'Undo what was decided about a vacancy',
    description: 'The postings that it has moved go back, and nothing is remembered of the pair.',
    access: ['operator'],
    params: z.object({ ruling_id: idSchema }),
    response: vacancySchema,
    errors: ['not_found', 'edit_conflict', 'overloaded'],
  }),
};
