import { createHash } from 'node:crypto';
import type { JobFilter, JobSearchQuery } from '@rolecall/contract';

/** Tells filters apart. */
export function filterKey(filter: JobFilter | JobSearchQuery): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22);
}
