import type { ApplicationStatus } from '@rolecall/contract';
import { statusMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
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

export function StatusBadge({ status }: { readonly status: ApplicationStatus }) {
  const words = useMessages(statusMessages);
  return (
    <Badge tone={tones[status]} data-testid="application-status">
      {words[status]()}
    </Badge>
  );
}
