import type { DeliveryStatus } from '@rolecall/contract';
import type { Tone } from '../ui/badge.tsx';

export const deliveryTones: Readonly<Record<DeliveryStatus, Tone>> = {
  pending: 'info',
  sending: 'info',
  sent: 'accent',
  folded: 'accent',
  skipped: 'neutral',
  failed: 'danger',
};
