import { Link } from '@tanstack/react-router';
import { Button } from '../components/ui/button.tsx';
import { useSession } from '../lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { Logo } from './logo.tsx';
import { destinationsFor } from './navigation.ts';

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

/** The main navigation on a phone, where thumbs are. */
export function BottomBar() {
  const session = useSession();
  if (session.status !== 'signed_in') return null;
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex overflow-x-auto [scrollbar-width:none]">
        {destinationsFor(session.account).map(({ label, to, icon: Icon, exact }) => (
          <li key={to} className="min-w-17 flex-1">
            <Link
              to={to}
              activeOptions={{ exact: exact ?? false, includeSearch: false }}
              className="flex h-16 flex-col items-center justify-center gap-1 text-xs font-medium text-muted"
              activeProps={{ className: 'text-accent-ink!', 'aria-current': 'page' }}
            >
              <Icon className="size-5" aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
