import { Link, useMatchRoute } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';
import { Menu, MenuItem } from '../components/ui/menu.tsx';
import { cn } from '../lib/cn.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { useSession } from '../lib/session.ts';
import { AccountMenu } from './account-menu.tsx';
import type { Destination } from './area.ts';
import { Bell } from './bell.tsx';
import { Logo } from './logo.tsx';
import { appMessages } from './messages.ts';
import { destinationsFor, foldPlaces } from './navigation.ts';

export function Header() {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const session = useSession();
  const account = session.status === 'signed_in' ? session.account : null;
  const { shown, folded } = foldPlaces(destinationsFor(account), 'wide');
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
      <div className="mx-auto flex h-16 w-full max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link to="/" className="rounded-lg pr-2" aria-label={words.home()}>
          <Logo />
        </Link>
        {/* Guests have no bar at the lower edge of the phone, so their links stay up here. */}
        <nav aria-label={words.main()} className={account === null ? 'ml-3' : 'ml-3 hidden md:block'}>
          <ul className="flex items-center gap-1">
            {shown.map(({ label, to, exact }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: exact ?? false, includeSearch: false }}
                  className={linkStyle}
                  activeProps={{ className: 'bg-sunken text-ink!', 'aria-current': 'page' }}
                >
                  {label(locale)}
                </Link>
              </li>
            ))}
            {folded.length > 0 && (
              <li>
                <MoreMenu destinations={folded} isWide />
              </li>
            )}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-1.5">
          {account !== null && <Bell />}
          {account !== null && <AccountMenu account={account} />}
          {session.status === 'signed_out' && (
            <>
              <Button asChild variant="ghost">
                <Link to="/sign-in">{words.sign_in()}</Link>
              </Button>
              <Button asChild variant="primary" className="hidden sm:inline-flex">
                <Link to="/sign-up">{words.sign_up()}</Link>
              </Button>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

const linkStyle =
  'rounded-lg px-3 py-2 text-sm font-medium whitespace-nowrap text-muted hover:bg-sunken hover:text-ink';
const placeStyle =
  'flex h-16 w-full flex-col items-center justify-center gap-1 text-xs font-medium text-muted';

/** The main navigation on a phone, where thumbs are. */
export function BottomBar() {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const session = useSession();
  if (session.status !== 'signed_in') return null;
  const { shown, folded } = foldPlaces(destinationsFor(session.account), 'phone');
  return (
    <nav
      aria-label={words.main()}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {shown.map(({ label, to, icon: Icon, exact }) => (
          <li key={to} className="min-w-0 flex-1">
            <Link
              to={to}
              activeOptions={{ exact: exact ?? false, includeSearch: false }}
              className={placeStyle}
              activeProps={{ className: 'text-accent-ink!', 'aria-current': 'page' }}
            >
              <Icon className="size-5" aria-hidden />
              {label(locale)}
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
function MoreMenu({
  destinations,
  isWide = false,
}: {
  readonly destinations: readonly Destination[];
  readonly isWide?: boolean;
}) {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const matchRoute = useMatchRoute();
  const open = destinations.find(({ to }) => matchRoute({ to, fuzzy: true }) !== false);
  const Icon = open?.icon ?? Ellipsis;
  const place = open?.label(locale);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={
            isWide
              ? cn(linkStyle, 'inline-flex items-center gap-1.5', open !== undefined && 'bg-sunken text-ink')
              : cn(placeStyle, open !== undefined && 'text-accent-ink')
          }
          aria-label={place === undefined ? words.more_places() : words.more_places_than({ place })}
        >
          <Icon className={isWide ? 'size-4' : 'size-5'} aria-hidden />
          {place ?? words.more()}
        </button>
      }
    >
      {destinations.map(({ label, to, icon: PlaceIcon }) => (
        <MenuItem key={to} asChild className="min-h-11">
          <Link to={to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
            <PlaceIcon aria-hidden />
            {label(locale)}
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
