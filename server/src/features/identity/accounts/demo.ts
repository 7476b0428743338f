import type { Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { demoSeekerProfile, type Profiles } from '../profiles/index.ts';
import type { Accounts } from './accounts.ts';

/** Everything that the demo shows is made up. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly companyName?: string;
}

const password = 'rolecall-demo';

/** Looks for a job. */
export const demoSeeker: DemoPerson = {
  name: 'Mara Lindqvist',
  email: 'mara@demo.example',
  password,
  role: 'job_seeker',
};
/** Posts jobs. */
export const demoRecruiter: DemoPerson = {
  name: 'Ravi Menon',
  email: 'ravi@demo.example',
  password,
  role: 'recruiter',
  companyName: 'Lanternworks',
};
const demoOperator: DemoPerson = {
  name: 'Odile Brandt',
  email: 'odile@demo.example',
  password,
  role: 'operator',
};
const demoPeople: readonly DemoPerson[] = [demoSeeker, demoRecruiter, demoOperator];

/** By which they are known: of a domain that nobody can have (RFC 2606). */
export const demoAddresses = demoPeople.map(({ email }) => email);

/** The people of the demo, each with an account, and the job seeker with a profile. */
export function createPeopleDemo(accounts: Pick<Accounts, 'createUser'>, profiles: Pick<Profiles, 'update'>) {
  return {
    people: demoPeople.map(({ name, email, password, role }) => ({ name, email, password, role })),

    async load(tx: Tx) {
      const common = { emailVerified: true, timeZone: 'Europe/Berlin', locale: 'en' } as const;
      for (const person of demoPeople) {
        const id = await accounts.createUser(tx, { ...person, ...common });
        if (person === demoSeeker) await profiles.update(tx, id, demoSeekerProfile);
      }
    },
  };
}
