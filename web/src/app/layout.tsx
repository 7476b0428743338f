import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../lib/language.tsx';
import { lazyPart } from '../lib/lazy-part.ts';
import { useAccount } from '../lib/session.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Footer } from './footer.tsx';
import { BottomBar, Header } from './header.tsx';
import { appMessages } from './messages.ts';

const Toasts = lazyPart(async () => (await import('./toasts.tsx')).Toasts);

/** What surrounds every page. */
export function Layout() {
  const words = useMessages(appMessages);
  const main = useRef<HTMLElement>(null);
  const saysToasts = useSaysToasts();
  useFocusOnNavigation(main);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 start-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {words.skip()}
      </a>
      <Header />
      <ConnectionNotice />
      <main ref={main} id="main" tabIndex={-1} className="flex-1 outline-none">
        <Outlet />
      </main>
      <Footer />
      <BottomBar />
      {saysToasts && (
        <Suspense>
          <Toasts />
        </Suspense>
      )}
    </div>
  );
}

/** Nothing on the start page of a guest does; whatever comes after it may, for as long as the tab is open. */
function useSaysToasts(): boolean {
  const isSignedIn = useAccount() !== null;
  const isBeyondStart = useRouterState({ select: ({ location }) => location.pathname !== '/' });
  const [saysToasts, setSaysToasts] = useState(false);
  if ((isSignedIn || isBeyondStart) && !saysToasts) setSaysToasts(true);
  return saysToasts;
}

/** A new page starts at its beginning for the keyboard and for screen readers too. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (path === undefined) return;
    if (shown.current !== undefined && shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path, main]);
}
