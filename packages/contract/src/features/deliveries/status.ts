import { z } from 'zod';

/** `folded`: it is collected in a digest, or has gone out in one when it is finished. */
export const deliveryStatuses = ['pending', 'sending', 'sent', 'folded', 'skipped', 'failed'] as const;
export const deliveryStatusSchema = z.enum(deliveryStatuses);
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;
