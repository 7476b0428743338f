import { randomUUID } from 'node:crypto';
import { type Attack, call, fill } from './attack.ts';

const hardTable = `${fill('|a', 2_400)}|\n${fill('|-', 2_400)}|\n${fill('|\n', 42_000)}`;

/** What one person sends at once, so that everybody else waits. None of it is sent by the one whose waiting is measured. */
export const floodAttacks: readonly Attack[] = [
  {
    name: '200 changes of the same settings by one person at once',
    run: (attacked) =>
      Promise.all(
        Array.from({ length: 200 }, () =>
          call(attacked, 'recruiter', 'PUT', `/preferences/mutes/company:${randomUUID()}`, {}),
        ),
      ),
  },
  {
    name: '100 edits of the same profile by one person at once',
    run: (attacked) =>
      Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          call(attacked, 'recruiter', 'PATCH', '/me/profile', { headline: `Flood ${n}` }),
        ),
      ),
  },
  {
    name: '20 edits of postings at once, each to a table that is hard to read',
    async run(attacked) {
      const jobs = JSON.parse((await call(attacked, 'recruiter', 'GET', '/company/jobs?limit=1')).body);
      const id = jobs.items[0].id;
      return Promise.all(
        Array.from({ length: 20 }, () =>
          call(attacked, 'recruiter', 'PATCH', `/jobs/${id}`, { description: hardTable }),
        ),
      );
    },
  },
];
