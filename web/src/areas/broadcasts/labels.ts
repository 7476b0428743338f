import type { Audience, BroadcastEventName, BroadcastStatus } from '@rolecall/contract';
import type { Tone } from '../../components/ui/badge.tsx';
import { pluralize } from '../../lib/format.ts';
import { roleLabels } from '../../lib/labels.ts';
import { locale } from '../../lib/locale.ts';

export const statusLabels: Readonly<Record<BroadcastStatus, string>> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped',
  failed: 'Failed',
};

export const statusTones: Readonly<Record<BroadcastStatus, Tone>> = {
  draft: 'neutral',
  scheduled: 'info',
  running: 'accent',
  paused: 'warn',
  finished: 'accent',
  stopped: 'neutral',
  failed: 'danger',
};

export const eventLabels: Readonly<Record<BroadcastEventName, string>> = {
  created: 'Written',
  updated: 'Edited',
  removed: 'Thrown away',
  scheduled: 'Scheduled',
  unscheduled: 'Made a draft again',
  tested: 'Tested',
  started: 'Started',
  paused: 'Paused',
  resumed: 'Resumed',
  stopped: 'Stopped',
  finished: 'Finished',
  failed: 'Failed',
};

/** Whom it is for, in a few words. */
export function describeAudience(audience: Audience): string {
  if (audience.to === 'everybody') return 'Everybody';
  if (audience.to === 'role') return `${roleLabels[audience.role]}s`;
  const conditions = Object.values(audience.filters).filter((value) => value !== undefined).length;
  return `A segment with ${pluralize(conditions, 'condition', 'conditions', locale)}`;
}

export const people = (count: number): string => pluralize(count, 'person', 'people', locale);
