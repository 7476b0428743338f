import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Button } from '../components/ui/button.tsx';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { lazyPart } from '../lib/lazy-part.ts';
import { useSession } from '../lib/session.ts';
import { Logo } from './logo.tsx';
import { appMessages } from './messages.ts';
import { destinationsFor, foldPlaces } from './navigation.ts';
import { linkStyle, placeStyle } from './place-styles.ts';

const AccountActions = lazyPart(async () => (await import('./account-actions.tsx')).AccountActions);
const MoreMenu = lazyPart(async () => (await import('./more-menu.tsx')).MoreMenu);

export function Header() {
  const words = useMessages(appMessages);
  const { locale } = useLanguage();
  const session = useSession();
  const account = session.status === 'signed_in' ? session.account : null;
  const { shown, folded } = foldPlaces(destinationsFor(account), 'wide');
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur">
      <div className="mx-auto flex h-16 w-full max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link to="/" className="rounded-lg pe-2" aria-label={words.home()}>
          <Logo />
        </Link>
        {/* Guests have no bar at the lower edge of the phone, so their links stay up here. */}
        <nav aria-label={words.main()} className={account === null ? 'ms-3' : 'ms-3 hidden md:block'}>
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
                <Suspense>
                  <MoreMenu destinations={folded} isWide />
                </Suspense>
              </li>
            )}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-1.5">
          {account !== null && (
            // As wide as the bell and the menu, so that nothing moves when they are there.
            <Suspense fallback={<span className="h-10 w-20" />}>
              <AccountActions account={account} />
            </Suspense>
          )}
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
              <span className="max-w-full truncate">{label(locale)}</span>
            </Link>
          </li>
        ))}
        {folded.length > 0 && (
          <li className="min-w-0 flex-1">
            <Suspense>
              <MoreMenu destinations={folded} />
            </Suspense>
          </li>
        )}
      </ul>
    </nav>
  );
}
