import { z } from 'zod';
import { idSchema } from '../../../core/primitives.ts';
import { applicationStatusSchema } from '../status.ts';

/** The application that a notification is about. */
export const applicationFields = {
  application_id: idSchema,
  job_id: idSchema,
  job_title: z.string(),
};
export const atCompany = { ...applicationFields, company_name: z.string(), company_id: idSchema.optional() };

/** A step of the application, for what follows every one of them. */
export const step = {
  old_status: applicationStatusSchema.optional(),
  new_status: applicationStatusSchema.optional(),
};

/** Which side of the application is told. */
export const audienceSideSchema = z.enum(['applicant', 'recruiter']);
