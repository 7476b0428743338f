import type { Role } from '@rolecall/contract';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { CloudOff, Compass, Lock } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../components/ui/button.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../components/ui/feedback.tsx';
import { Page } from '../components/ui/page.tsx';
import { askForBuild, leaveBuild } from '../lib/build.ts';
import { useLanguage, useMessages } from '../lib/language.tsx';
import { PageUnavailableError } from '../lib/lazy-page.tsx';
import { WrongRoleError } from './guards.ts';
import { appMessages } from './messages.ts';

export const PendingPage = () => (
  <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
    <ListSkeleton />
  </div>
);

/** Speaks the person's language, also in the place of a page that does not. */
function StatusPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { locale } = useLanguage();
  return (
    <div lang={locale}>
      <Page title={title} width="medium">
        {children}
      </Page>
    </div>
  );
}

export function NotFoundPage() {
  const words = useMessages(appMessages);
  return (
    <StatusPage title={words.not_found()}>
      <EmptyState
        icon={Compass}
        title={words.nothing_here()}
        action={
          <>
            <Button asChild variant="primary">
              <Link to="/">{words.go_home()}</Link>
            </Button>
            <Button asChild>
              <Link to="/jobs">{words.search_jobs()}</Link>
            </Button>
          </>
        }
      >
        {words.nothing_here_why()}
      </EmptyState>
    </StatusPage>
  );
}

const manyOf = {
  job_seeker: 'job_seekers',
  recruiter: 'recruiters',
  operator: 'operators',
} as const satisfies Record<Role, string>;

/** After an upgrade it takes the new build by itself; without a server it waits for the person to try again. */
function UnavailablePage({
  error,
  reset,
}: {
  readonly error: PageUnavailableError;
  readonly reset: () => void;
}) {
  const words = useMessages(appMessages);
  const [busy, setBusy] = useState(false);
  const takeNewBuild = useEffectEvent(async () => {
    if ((await askForBuild()) === 'newer') leaveBuild(window.location.href);
  });
  useEffect(() => void takeNewBuild(), []);

  async function tryAgain(): Promise<void> {
    setBusy(true);
    const build = await askForBuild();
    setBusy(false);
    // Some browsers remember that a script could not be loaded, so it takes the whole page.
    if (build !== 'unreachable' && error.isRepeated) window.location.reload();
    else error.forget();
    reset();
  }

  return (
    <StatusPage title={words.not_loaded()}>
      <EmptyState
        icon={CloudOff}
        title={words.page_not_loaded()}
        action={
          <Button variant="primary" busy={busy} onClick={() => void tryAgain()}>
            {words.try_again()}
          </Button>
        }
      >
        {words.page_not_loaded_why()}
      </EmptyState>
    </StatusPage>
  );
}

export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const words = useMessages(appMessages);
  const router = useRouter();
  if (error instanceof WrongRoleError) {
    return (
      <StatusPage title={words.wrong_account()}>
        <EmptyState
          icon={Lock}
          title={words.only_for({ roles: error.roles.map((role) => words[manyOf[role]]()) })}
          action={
            <Button asChild variant="primary">
              <Link to="/">{words.go_home()}</Link>
            </Button>
          }
        >
          {words.wrong_account_why()}
        </EmptyState>
      </StatusPage>
    );
  }
  if (error instanceof PageUnavailableError) return <UnavailablePage error={error} reset={reset} />;
  return (
    <StatusPage title={words.went_wrong()}>
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </StatusPage>
  );
}
