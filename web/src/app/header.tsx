import { Link, useMatchRoute } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';
import { Menu, MenuItem } from '../components/ui/menu.tsx';
import { cn } from '../lib/cn.ts';
import { useSession } from '../lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { Logo } from './logo.tsx';
import { type Destination, destinationsFor, forPhone } from './navigation.ts';

export function Header() {
  const session = useSession();
  const account = session.status === 'signed_in' ? session.account : null;
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
      <div className="mx-auto flex h-16 w-full max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link to="/" className="rounded-lg pr-2" aria-label="Rolecall, home">
          <Logo />
        </Link>
        {/* Guests have no bar at the lower edge of the phone, so their links stay up here. */}
        <nav aria-label="Main" className={account === null ? 'ml-3' : 'ml-3 hidden md:block'}>
          <ul className="flex items-center gap-1">
            {destinationsFor(account).map(({ label, to, exact }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: exact ?? false, includeSearch: false }}
                  className="rounded-lg px-3 py-2 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
                  activeProps={{ className: 'bg-sunken text-ink!', 'aria-current': 'page' }}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-1.5">
          {account !== null && <Bell />}
          {account !== null && <AccountMenu account={account} />}
          {session.status === 'signed_out' && (
            <>
              <Button asChild variant="ghost">
                <Link to="/sign-in">Sign in</Link>
              </Button>
              <Button asChild variant="primary" className="hidden sm:inline-flex">
                <Link to="/sign-up">Sign up</Link>
              </Button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

const place = 'flex h-16 w-full flex-col items-center justify-center gap-1 text-xs font-medium text-muted';

/** The main navigation on a phone, where thumbs are. */
export function BottomBar() {
  const session = useSession();
  if (session.status !== 'signed_in') return null;
  const { shown, folded } = forPhone(destinationsFor(session.account));
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {shown.map(({ label, to, icon: Icon, exact }) => (
          <li key={to} className="min-w-0 flex-1">
            <Link
              to={to}
              activeOptions={{ exact: exact ?? false, includeSearch: false }}
              className={place}
              activeProps={{ className: 'text-accent-ink!', 'aria-current': 'page' }}
            >
              <Icon className="size-5" aria-hidden />
              {label}
            </Link>
          </li>
        ))}
        {folded.length > 0 && (
          <li className="min-w-0 flex-1">
            <MoreMenu destinations={folded} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The places that the bar has no room for. Where one of them is open, its name stands in the bar. */
function MoreMenu({ destinations }: { readonly destinations: readonly Destination[] }) {
  const matchRoute = useMatchRoute();
  const open = destinations.find(({ to }) => matchRoute({ to, fuzzy: true }) !== false);
  const Icon = open?.icon ?? Ellipsis;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={cn(place, open !== undefined && 'text-accent-ink')}
          aria-label={open === undefined ? 'More places' : `${open.label}, more places`}
        >
          <Icon className="size-5" aria-hidden />
          {open?.label ?? 'More'}
        </button>
      }
    >
      {destinations.map(({ label, to, icon: PlaceIcon }) => (
        <MenuItem key={to} asChild className="min-h-11">
          <Link to={to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
            <PlaceIcon aria-hidden />
            {label}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
