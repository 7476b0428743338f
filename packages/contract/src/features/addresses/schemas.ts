import { z } from 'zod';
import { emailSchema } from '../../core/primitives.ts';

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
