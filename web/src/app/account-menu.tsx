import type { Account } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { BellRing, Inbox, LogOut, MailOpen, Settings, UserRound } from 'lucide-react';
import { client } from '../client.ts';
import { Menu, MenuItem, MenuSeparator } from '../components/ui/menu.tsx';
import { Monogram } from '../components/ui/monogram.tsx';
import { toastError } from '../lib/errors.ts';
import { roleLabels } from '../lib/labels.ts';
import { instanceQuery } from '../lib/queries/account.ts';

export function AccountMenu({ account }: { readonly account: Account }) {
  const router = useRouter();
  const { data: instance } = useQuery(instanceQuery());

  async function signOut(): Promise<void> {
    // The start page is for everybody; any other would send to the sign-in page on the way.
    await router.navigate({ to: '/' });
    try {
      await client.auth.signOut();
    } catch (error) {
      toastError(error);
    }
  }

  return (
    <Menu
      trigger={
        <button
          type="button"
          className="rounded-full"
          aria-label={`Account of ${account.name}`}
          data-testid="account-menu"
        >
          <Monogram name={account.name} className="rounded-full" />
        </button>
      }
    >
      <div className="px-2.5 py-2 text-sm">
        <p className="truncate font-semibold">{account.name}</p>
        <p className="truncate text-muted">
          {roleLabels[account.role]}
          {account.company !== null && ` · ${account.company.name}`}
        </p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link to="/notifications">
          <Inbox aria-hidden />
          Inbox
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link to="/settings/profile">
          <UserRound aria-hidden />
          Profile
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link to="/settings/notifications">
          <BellRing aria-hidden />
          Notification settings
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link to="/settings/account">
          <Settings aria-hidden />
          Account
        </Link>
      </MenuItem>
      {instance?.mailbox === true && (
        <MenuItem asChild>
          <Link to="/mailbox">
            <MailOpen aria-hidden />
            Mailbox
          </Link>
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
