import type { ApplicationStatus } from '@rolecall/contract';
import { statusLabels } from '../../lib/labels.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

const tones: Readonly<Record<ApplicationStatus, Tone>> = {
  submitted: 'info',
  viewed: 'info',
  shortlisted: 'plum',
  interview: 'warn',
  offer: 'accent',
  hired: 'accent',
  rejected: 'neutral',
  withdrawn: 'neutral',
};

export const StatusBadge = ({ status }: { readonly status: ApplicationStatus }) => (
  <Badge tone={tones[status]} data-testid="application-status">
    {statusLabels[status]}
  </Badge>
);
