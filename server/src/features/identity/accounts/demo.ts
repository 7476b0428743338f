import type { DemoPersona, Instance, ProfileUpdate, Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { findKnownAddresses } from '../people/index.ts';
import { demoEngineerProfile, demoNurseProfile, type Profiles } from '../profiles/index.ts';
import type { Accounts } from './accounts.ts';
import type { NewUser } from './registration.ts';

/** Everything that the demo shows is made up. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Who this is, for whoever chooses. */
  readonly persona: DemoPersona;
  readonly companyName?: string;
  readonly profile?: ProfileUpdate;
}

const password = 'rolecall-demo';

/** A nurse in Lyon, who has been here for a week when the demo begins. */
export const demoNurse: DemoPerson = {
  name: 'Mia Fontaine',
  email: 'mia@demo.example',
  role: 'job_seeker',
  persona: 'nurse',
  profile: demoNurseProfile,
};
/** An engineer in Berlin, who is new. */
export const demoSeeker: DemoPerson = {
  name: 'Mara Lindqvist',
  email: 'mara@demo.example',
  role: 'job_seeker',
  persona: 'engineer',
  profile: demoEngineerProfile,
};
/** Hires nurses. */
export const demoClinicRecruiter: DemoPerson = {
  name: 'Claire Aubry',
  email: 'claire@demo.example',
  role: 'recruiter',
  persona: 'clinic',
  companyName: 'Clinique des Tilleuls',
};
/** Hires engineers. */
export const demoRecruiter: DemoPerson = {
  name: 'Ravi Menon',
  email: 'ravi@demo.example',
  role: 'recruiter',
  persona: 'lighting',
  companyName: 'Lanternworks',
};
export const demoOperator: DemoPerson = {
  name: 'Odile Brandt',
  email: 'odile@demo.example',
  role: 'operator',
  persona: 'operator',
};
const demoPeople: readonly DemoPerson[] = [
  demoNurse,
  demoSeeker,
  demoClinicRecruiter,
  demoRecruiter,
  demoOperator,
];

/** For whom something happens while they look. */
export const demoSeekers: readonly DemoPerson[] = demoPeople.filter(({ role }) => role === 'job_seeker');

/** By which they are known: of a domain that nobody can have (RFC 2606). */
export const demoAddresses = demoPeople.map(({ email }) => email);

/** The account of a person of the demo. */
export const toDemoUser = ({ name, email, role, companyName }: DemoPerson): NewUser => ({
  name,
  email,
  role,
  companyName,
  password,
  emailVerified: true,
  timeZone: 'Europe/Berlin',
  locale: 'en',
});

/** The people of the demo, each with an account, and the job seekers with a profile. */
export function createPeopleDemo(accounts: Pick<Accounts, 'createUser'>, profiles: Pick<Profiles, 'update'>) {
  return {
    people: demoPeople.map(({ name, email, role, persona }): Instance['demo_people'][number] => ({
      name,
      email,
      password,
      role,
      persona,
    })),

    async load(tx: Tx) {
      const known = await findKnownAddresses(tx, demoAddresses);
      for (const person of demoPeople.filter(({ email }) => !known.has(email))) {
        const id = await accounts.createUser(tx, toDemoUser(person));
        if (person.profile !== undefined) await profiles.update(tx, id, person.profile);
      }
    },
  };
}
