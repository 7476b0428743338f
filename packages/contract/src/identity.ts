import { z } from 'zod';
import { roles } from './constants.ts';
import {
  currencySchema,
  emailSchema,
  idSchema,
  lineListSchema,
  lineSchema,
  localeSchema,
  payPeriodSchema,
  requiredLineSchema,
  textSchema,
  timestampSchema,
  timeZoneSchema,
} from './primitives.ts';

export const roleSchema = z.enum(roles);

/** At least ten characters; a length is asked for, not a mixture (NIST SP 800-63B). */
export const passwordSchema = z
  .string()
  .min(10, { error: 'must have at least 10 characters' })
  .max(200, { error: 'must have at most 200 characters' });

export const signUpSchema = z
  .object({
    email: emailSchema,
    password: passwordSchema,
    name: requiredLineSchema(100),
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

export const addressCheckRequestSchema = z.object({ email: emailSchema });

/** What is remarkable about an address. None of it keeps anybody from using it, unless the operator wants so. */
export const addressCheckSchema = z.object({
  /** What was probably meant; null: nothing else. */
  suggestion: z.string().nullable(),
  /** It belongs to a service for throwaway addresses. */
  disposable: z.boolean(),
  /** It is that of a role, such as info@, which several people may read. */
  role_based: z.boolean(),
});
export type AddressCheck = z.infer<typeof addressCheckSchema>;

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
export const changePasswordSchema = z.object({
  current_password: z.string().min(1).max(200),
  password: passwordSchema,
});

export const remotePreferences = ['any', 'remote_only', 'on_site_only'] as const;
export const remotePreferenceSchema = z.enum(remotePreferences);

export const employmentTypes = [
  'full_time',
  'part_time',
  'contract',
  'temporary',
  'internship',
  'volunteer',
] as const;
export const employmentTypeSchema = z.enum(employmentTypes);
export type EmploymentType = z.infer<typeof employmentTypeSchema>;

export const seniorities = ['intern', 'junior', 'mid', 'senior', 'lead', 'director', 'executive'] as const;
export const senioritySchema = z.enum(seniorities);
export type Seniority = z.infer<typeof senioritySchema>;

export const payFloorSchema = z.object({
  amount: z.int().min(1).max(1_000_000_000),
  currency: currencySchema,
  period: payPeriodSchema,
});
export type PayFloor = z.infer<typeof payFloorSchema>;

/** What a job seeker looks for. An empty list means 'no wish', never 'nothing fits'. */
export const profileSchema = z.object({
  headline: lineSchema(160),
  summary: textSchema(4_000),
  skills: lineListSchema(60, 60),
  wanted_titles: lineListSchema(20),
  /** Cities, regions or countries, as a posting would name them. */
  places: lineListSchema(20),
  remote: remotePreferenceSchema,
  /** Compared with stated pay only; a job that states none is never filtered out by it. */
  pay_floor: payFloorSchema.nullable(),
  employment_types: z.array(employmentTypeSchema).max(employmentTypes.length),
  seniority: senioritySchema.nullable(),
  excluded_companies: lineListSchema(100),
  excluded_words: lineListSchema(50, 60),
  /** Alerts come for matches of at least this score (0 to 100). */
  minimum_match_score: z.int().min(0).max(100),
  time_zone: timeZoneSchema,
  locale: localeSchema,
});
export type Profile = z.infer<typeof profileSchema>;

export const profileUpdateSchema = profileSchema.partial();
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>;

export const emptyProfile: Profile = {
  headline: '',
  summary: '',
  skills: [],
  wanted_titles: [],
  places: [],
  remote: 'any',
  pay_floor: null,
  employment_types: [],
  seniority: null,
  excluded_companies: [],
  excluded_words: [],
  minimum_match_score: 50,
  time_zone: 'UTC',
  locale: 'en',
};

export const accountUpdateSchema = z.object({ name: requiredLineSchema(100) });

export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** First characters of the key, to tell keys apart. */
  prefix: z.string(),
  created_at: timestampSchema,
  expires_at: timestampSchema.nullable(),
  last_used_at: timestampSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyCreateSchema = z.object({
  name: requiredLineSchema(80),
  /** Days until it expires; never when left out. */
  expires_in_days: z.int().min(1).max(3_650).optional(),
});

/** The key itself is shown this one time; only its hash is kept. */
export const apiKeyCreatedSchema = apiKeySchema.extend({ key: z.string() });
