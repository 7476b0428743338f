export { type Accounts, createAccounts, type SignedIn } from './accounts.ts';
export type { Administration } from './administration.ts';
export { admit } from './admission.ts';
export {
  type DemoPerson,
  demoAddresses,
  demoClinicRecruiter,
  demoNurse,
  demoOperator,
  demoRecruiter,
  demoSeeker,
  demoSeekers,
  toDemoUser,
} from './demo.ts';
export type {
  AccessEnd,
  AccountCompanies,
  AccountNotification,
  AccountNotifier,
  AccountsDependencies,
  AddressDoubts,
  ChangedAddress,
  ChangeMailer,
  CreatedAccount,
} from './dependencies.ts';
export { checkNewUser } from './new-user.ts';
export type { NewUser } from './registration.ts';
export { type SecondFactorChallenge, type SecondFactors, secondFactorRequired } from './second-factor.ts';
