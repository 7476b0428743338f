import { z } from 'zod';
import { channelSchema } from '../../core/channels.ts';
import { roleSchema } from '../../core/role.ts';
import { deliveryStatusSchema } from '../deliveries/status.ts';

export const overviewSchema = z.object({
  people: z.record(roleSchema, z.int()),
  /** `unmatched`: open jobs that have not been matched to people yet. */
  jobs: z.object({ open: z.int(), closed: z.int(), unmatched: z.int() }),
  applications: z.int(),
  notifications: z.int(),
  deliveries: z.array(z.object({ channel: channelSchema, status: deliveryStatusSchema, count: z.int() })),
  connections: z.int(),
  /** At most a minute old. */
  queues: z.array(z.object({ name: z.string(), waiting: z.int(), active: z.int(), failed: z.int() })),
});
export type Overview = z.infer<typeof overviewSchema>;
