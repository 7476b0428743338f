import type { KindPayload } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';

/** What a job alert carries, so that tests name only what they are about. */
export function jobAlert(overrides: Partial<KindPayload<'job_alert'>> = {}): KindPayload<'job_alert'> {
  return {
    job_id: uuidv7(),
    job_title: 'Harbour Pilot',
    company_name: 'North Quay',
    location: 'Hamburg',
    score: 87,
    reasons: [
      { code: 'title', terms: ['pilot'], points: 40 },
      { code: 'skills', terms: ['radar', 'german'], points: 35 },
    ],
    ...overrides,
  };
}
