import { z } from 'zod';
import { roleSchema } from '../../core/role.ts';

/** Who a person of the demo is. */
export const demoPersonaSchema = z.enum(['nurse', 'engineer', 'clinic', 'lighting', 'operator']);
export type DemoPersona = z.infer<typeof demoPersonaSchema>;

/** What a client needs to know of this instance before anybody has signed in. */
export const instanceSchema = z.object({
  name: z.string(),
  version: z.string(),
  environment: z.enum(['development', 'production', 'test']),
  /** Whether the mailbox page exists; never in production. */
  mailbox: z.boolean(),
  upload_limit_bytes: z.int(),
  /** Whether opens and clicks of mails are counted for whoever consents. */
  email_tracking: z.boolean(),
  /** How people sign in. */
  sign_in: z.object({
    passwords: z.boolean(),
    passkeys: z.boolean(),
    /** What the identity provider is called, by which people can sign in; null: there is none. */
    provider: z.string().nullable(),
  }),
  /** People to try it out with; empty where the demo data are not loaded. */
  demo_people: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      password: z.string(),
      role: roleSchema,
      persona: demoPersonaSchema,
    }),
  ),
});
export type Instance = z.infer<typeof instanceSchema>;
