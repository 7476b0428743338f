import { z } from 'zod';
import { idSchema, requiredLineSchema, timestampSchema } from '../../core/primitives.ts';
import { apiKeyScopeSchema, apiKeyScopes } from '../../core/scopes.ts';

export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** First characters of the key, to tell keys apart. */
  prefix: z.string(),
  /** What it may do, beside what the role of its owner allows. */
  scopes: z.array(apiKeyScopeSchema),
  created_at: timestampSchema,
  /** Null: it was made when keys could last for good. */
  expires_at: timestampSchema.nullable(),
  last_used_at: timestampSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyCreateSchema = z.object({
  name: requiredLineSchema(80),
  /** Days until it ends. */
  expires_in_days: z.int().min(1).max(730).default(365),
  /** What it may do; all that keys can when left out. */
  scopes: z
    .array(apiKeyScopeSchema)
    .min(1)
    .max(apiKeyScopes.length)
    .default([...apiKeyScopes]),
  /** Not needed within ten minutes of a sign-in, or of another proof of who one is. */
  current_password: z.string().min(1).max(200).optional(),
});

/** The key itself is shown this one time; only its hash is kept. */
export const apiKeyCreatedSchema = apiKeySchema.extend({ key: z.string() });
