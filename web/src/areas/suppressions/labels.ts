import type { SuppressionReason, SuppressionScope } from '@rolecall/contract';
import type { Tone } from '../../components/ui/badge.tsx';

export const reasonLabels: Readonly<Record<SuppressionReason, string>> = {
  hard_bounce: 'No such mailbox',
  soft_bounces: 'Bounced too often',
  complaint: 'Reported as spam',
  manual: 'Put down by hand',
  import: 'Imported',
};

export const reasonTones: Readonly<Record<SuppressionReason, Tone>> = {
  hard_bounce: 'danger',
  soft_bounces: 'warn',
  complaint: 'plum',
  manual: 'info',
  import: 'neutral',
};

export const scopeLabels: Readonly<Record<SuppressionScope, string>> = {
  all: 'No mail at all',
  all_but_transactional: 'Only what an account needs',
};
