import { z } from 'zod';
import { idSchema } from '../../../core/primitives.ts';

/** The job that a notification is about. */
export const jobFields = {
  job_id: idSchema,
  job_title: z.string(),
  company_name: z.string(),
  /** Lets a person mute the company. */
  company_id: idSchema.optional(),
  /** The company had not shown who it is when this was told. */
  company_unverified: z.boolean().optional(),
  /** The domain that the company had proven when this was told. */
  company_domain: z.string().optional(),
};
