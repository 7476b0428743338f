import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import { applicationDetailSchema } from '../applications/schemas.ts';
import { interviewCancellationSchema, interviewInputSchema } from './schemas.ts';

const applicationParams = z.object({ application_id: idSchema });
const interviewParams = applicationParams.extend({ interview_id: idSchema });

export const applications = {
  scheduleInterview: endpoint({
    ...noInput,
    id: 'scheduleInterview',
    method: 'POST',
    path: '/api/v1/applications/{application_id}/interviews',
    tag: 'Applications',
    summary: 'Invite to an interview',
    description:
      'For an application with the status `interview`. The applicant is told, and both are reminded.',
    access: ['recruiter'],
    scope: 'applications:write',
    params: applicationParams,
    body: interviewInputSchema,
    response: applicationDetailSchema,
    status: 201,
    errors: ['not_found', 'note_refused', 'interview_not_open'],
  }),
  moveInterview: endpoint({
    ...noInput,
    id: 'moveInterview',
    method: 'PUT',
    path: '/api/v1/applications/{application_id}/interviews/{interview_id}',
    tag: 'Applications',
    summary: 'Move an interview to another time or place',
    description: 'The applicant is told. What is as it was before is told to nobody.',
    access: ['recruiter'],
    scope: 'applications:write',
    params: interviewParams,
    body: interviewInputSchema,
    response: applicationDetailSchema,
    errors: ['not_found', 'note_refused', 'interview_not_open'],
  }),
  cancelInterview: endpoint({
    ...noInput,
    id: 'cancelInterview',
    method: 'POST',
    path: '/api/v1/applications/{application_id}/interviews/{interview_id}/cancel',
    tag: 'Applications',
    summary: 'Cancel an interview',
    description: 'The applicant is told. To cancel it again changes nothing.',
    access: ['recruiter'],
    scope: 'applications:write',
    params: interviewParams,
    body: interviewCancellationSchema,
    response: applicationDetailSchema,
    errors: ['not_found', 'note_refused', 'interview_not_open'],
  }),
};
