import type { Account } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { client } from '../client.ts';
import { Menu, MenuItem, MenuSeparator } from '../components/ui/menu.tsx';
import { Monogram } from '../components/ui/monogram.tsx';
import { drafts } from '../lib/drafts.ts';
import { toastError } from '../lib/errors.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { instanceQuery } from '../lib/queries/account.ts';
import { roleMessages } from '../lib/role-messages.ts';
import { appMessages } from './messages.ts';
import { menuEntries } from './navigation.ts';

export function AccountMenu({ account }: { readonly account: Account }) {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const roles = useMessages(roleMessages);
  const router = useRouter();
  const { data: instance } = useQuery(instanceQuery());

  async function signOut(): Promise<void> {
    // The start page is for everybody; any other would send to the sign-in page on the way.
    await router.navigate({ to: '/' });
    try {
      // Asked before: afterwards nobody knows that the session began at the provider.
      const atProvider = instance?.sign_in.provider == null ? null : (await client.oidc.startSignOut()).url;
      await client.auth.signOut();
      drafts().clear();
      if (atProvider !== null) window.location.assign(atProvider);
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
          aria-label={words.account_of({ name: account.name })}
          data-testid="account-menu"
        >
          <Monogram name={account.name} className="rounded-full" />
        </button>
      }
    >
      <div className="px-2.5 py-2 text-sm">
        <p className="truncate font-semibold">{account.name}</p>
        <p className="truncate text-muted">
          {roles[account.role]()}
          {account.company !== null && ` · ${account.company.name}`}
        </p>
      </div>
      <MenuSeparator />
      {menuEntries('accountMenu', instance).map(({ label, to, icon: Icon }) => (
        <MenuItem key={to} asChild>
          <Link to={to}>
            <Icon aria-hidden />
            {label(locale)}
          </Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        {words.sign_out()}
      </MenuItem>
    </Menu>
  );
}
