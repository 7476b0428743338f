import type { Account } from '@rolecall/contract';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';

/** What stands at the end of the header for whoever is signed in. */
export const AccountActions = ({ account }: { readonly account: Account }) => (
  <>
    <Bell />
    <AccountMenu account={account} />
  </>
);
