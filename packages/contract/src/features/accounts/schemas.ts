import { z } from 'zod';
import {
  emailSchema,
  idSchema,
  localeSchema,
  personNameSchema,
  requiredLineSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';
import { roleSchema } from '../../core/role.ts';

/** At least ten characters; a length is asked for, not a mixture (NIST SP 800-63B). */
export const passwordSchema = z
  .string()
  .min(10, { error: 'must have at least 10 characters' })
  .max(200, { error: 'must have at most 200 characters' });

export const signUpSchema = z
  .object({
    email: emailSchema,
    password: passwordSchema,
    name: personNameSchema,
    role: z.enum(['job_seeker', 'recruiter']),
    /** Needed by a recruiter, refused for a job seeker. */
    company_name: requiredLineSchema(120).optional(),
    time_zone: timeZoneSchema.default('UTC'),
    locale: localeSchema.default('en'),
  })
  .refine((value) => (value.role === 'recruiter') === (value.company_name !== undefined), {
    error: 'a recruiter names a company, a job seeker names none',
    path: ['company_name'],
  });
export type SignUp = z.infer<typeof signUpSchema>;

export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(200) });

export const accountSchema = z.object({
  id: idSchema,
  email: z.string(),
  email_verified: z.boolean(),
  name: z.string(),
  role: roleSchema,
  company: z.object({ id: idSchema, name: z.string() }).nullable(),
  created_at: timestampSchema,
});
export type Account = z.infer<typeof accountSchema>;

/**
 * What a sign-in gives. The access token is a JWT (EdDSA) of 15 minutes for `Authorization: Bearer`. The refresh
 * token is long-lived; a browser has it in an HttpOnly cookie too and may ignore the field.
 */
export const sessionSchema = z.object({
  access_token: z.string(),
  access_token_expires_at: timestampSchema,
  /** Seconds until then, for clients whose clock is wrong. */
  access_token_expires_in: z.int(),
  refresh_token: z.string(),
  account: accountSchema,
});
export type Session = z.infer<typeof sessionSchema>;

export const refreshSchema = z.object({
  /** Left out by a browser, which sends its cookie. */
  refresh_token: z.string().min(1).max(512).optional(),
});

export const verifyEmailSchema = z.object({ token: z.string().min(1).max(512) });
export const forgotPasswordSchema = z.object({ email: emailSchema });
export const resetPasswordSchema = z.object({ token: z.string().min(1).max(512), password: passwordSchema });

/** Whoever ends sessions because of a stranger wants the keys of the stranger to end as well. */
const keepApiKeys = { keep_api_keys: z.boolean().default(false) };

export const changePasswordSchema = z.object({
  current_password: z.string().min(1).max(200),
  password: passwordSchema,
  ...keepApiKeys,
});

/** May be left out as a whole. */
export const endSessionsSchema = z.object(keepApiKeys).default({ keep_api_keys: false });

export const reauthenticateSchema = z.object({ password: z.string().min(1).max(200) });

export const accountUpdateSchema = z.object({ name: personNameSchema });
