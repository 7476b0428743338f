import { z } from 'zod';
import { idSchema } from '../../../core/primitives.ts';
import { applicationStatusSchema } from '../status.ts';

/** The application that a notification is about. */
export const applicationFields = {
  application_id: idSchema,
  job_id: idSchema,
  job_title: z.string(),
};
export const atCompany = {
  ...applicationFields,
  company_name: z.string(),
  company_id: idSchema.optional(),
  /** To applicants: the company had not shown who it is when this was told. */
  company_unverified: z.boolean().optional(),
  /** To applicants: the domain that the company had proven when this was told. */
  company_domain: z.string().optional(),
};

/** A step of the application, for what follows every one of them. */
export const step = {
  old_status: applicationStatusSchema.optional(),
  new_status: applicationStatusSchema.optional(),
};

/** Which side of the application is told. */
export const audienceSideSchema = z.enum(['applicant', 'recruiter']);
