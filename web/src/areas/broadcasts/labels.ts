import type { Audience, BroadcastStatus } from '@rolecall/contract';
import type { Tone } from '../../components/ui/badge.tsx';
import { useMessages } from '../../lib/language.tsx';
import { rolesMessages } from '../../lib/role-messages.ts';
import { broadcastMessages } from './messages.ts';

export const statusTones: Readonly<Record<BroadcastStatus, Tone>> = {
  draft: 'neutral',
  scheduled: 'info',
  running: 'accent',
  paused: 'warn',
  finished: 'accent',
  stopped: 'neutral',
  failed: 'danger',
};

/** Says whom one is for, in a few words. */
export function useAudienceWords(): (audience: Audience) => string {
  const words = useMessages(broadcastMessages);
  const roles = useMessages(rolesMessages);
  return (audience) => {
    if (audience.to === 'everybody') return words.everybody();
    if (audience.to === 'role') return roles[audience.role]();
    const count = Object.values(audience.filters).filter((value) => value !== undefined).length;
    return words.segment_with({ count });
  };
}
