export type { AccessTokenFault, VerifiedViewer } from './access-tokens.ts';
export type { Recipient } from './accounts.store.ts';
export { type Accounts, createAccounts, type SignedIn } from './accounts.ts';
export type {
  AccountCompanies,
  AccountEvents,
  AccountsDependencies,
  CreatedAccount,
  MailedToken,
  SecurityChange,
} from './dependencies.ts';
export { accountData } from './personal-data.ts';
export type { NewUser } from './registration.ts';
export { cookiePath, sessionCookie } from './session-cookie.ts';
