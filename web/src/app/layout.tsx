import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Toaster } from 'sonner';
import { useMessages } from '../lib/language.tsx';
import { useTheme } from '../lib/theme.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Footer } from './footer.tsx';
import { BottomBar, Header } from './header.tsx';
import { appMessages } from './messages.ts';

/** What surrounds every page. */
export function Layout() {
  const words = useMessages(appMessages);
  const isTranslated = useMatches({
    select: (matches) => matches.at(-1)?.staticData.isTranslated ?? false,
  });
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {words.skip()}
      </a>
      <Header />
      <ConnectionNotice />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        lang={isTranslated ? undefined : 'en'}
        className="flex-1 outline-none"
      >
        <Outlet />
      </main>
      <Footer />
      <BottomBar />
      <Toasts />
    </div>
  );
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

function Toasts() {
  const theme = useTheme();
  return (
    <Toaster
      theme={theme}
      closeButton
      duration={6_000}
      mobileOffset={{ bottom: '5rem' }}
      toastOptions={{
        classNames: {
          toast:
            'bg-surface! text-ink! border-line! shadow-floating! rounded-xl! font-sans! gap-3! items-start!',
          title: 'font-semibold!',
          description: 'text-muted!',
          actionButton: 'bg-accent! text-on-accent! rounded-md! h-8! px-3! font-medium! self-center!',
          closeButton: 'bg-surface! text-ink! border-line!',
          error: 'border-danger!',
        },
      }}
    />
  );
}
