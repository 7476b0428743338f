import { z } from 'zod';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { roleSchema } from '../../core/role.ts';

/** Who has an open socket or stream now, on any node. */
export const presenceSchema = z.object({
  /** People, not connections: two tabs of one person count once. */
  people: z.record(roleSchema, z.int()),
  connections: z.int(),
  nodes: z.array(
    z.object({
      node_id: idSchema,
      people: z.int(),
      connections: z.int(),
      started_at: timestampSchema,
      seen_at: timestampSchema,
    }),
  ),
});
export type Presence = z.infer<typeof presenceSchema>;

export const onlinePersonSchema = z.object({
  user_id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  connections: z.int(),
  /** Since when without a break. */
  since: timestampSchema,
});
export type OnlinePerson = z.infer<typeof onlinePersonSchema>;

export const onlinePeopleQuerySchema = pageQuerySchema.extend({ role: roleSchema.optional() });
