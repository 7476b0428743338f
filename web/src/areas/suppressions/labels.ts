import type { SuppressionReason } from '@rolecall/contract';
import type { Tone } from '../../components/ui/badge.tsx';

export const reasonTones: Readonly<Record<SuppressionReason, Tone>> = {
  hard_bounce: 'danger',
  soft_bounces: 'warn',
  complaint: 'plum',
  manual: 'info',
  import: 'neutral',
};
