import { deliveryChannels } from '../../../core/channels.ts';
import { define } from '../../../core/kind.ts';
import { openInbox } from '../../inbox/targets.ts';
import { digestPayloadSchema } from '../payload.ts';

/** What digests of all frequencies have in common. */
export const digest = (hours: number, label: string, description: string) =>
  define({
    payload: digestPayloadSchema,
    category: 'digests',
    priority: 'low',
    defaultChannels: deliveryChannels,
    digestible: false,
    expiresAfterHours: hours,
    keptForDays: 30,
    image: 'digest',
    actions: () => [openInbox],
    label,
    description,
  });
