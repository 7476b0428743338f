import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Compass, Lock } from 'lucide-react';
import { Button } from '../components/ui/button.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../components/ui/feedback.tsx';
import { Page } from '../components/ui/page.tsx';
import { roleLabels } from '../lib/labels.ts';
import { WrongRoleError } from './guards.ts';

export const PendingPage = () => (
  <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
    <ListSkeleton />
  </div>
);

export const NotFoundPage = () => (
  <Page title="Page not found" width="medium">
    <EmptyState
      icon={Compass}
      title="There is nothing at this address"
      action={
        <>
          <Button asChild variant="primary">
            <Link to="/">Go home</Link>
          </Button>
          <Button asChild>
            <Link to="/jobs">Search jobs</Link>
          </Button>
        </>
      }
    >
      The link may be old, or it has a mistake.
    </EmptyState>
  </Page>
);

export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof WrongRoleError) {
    const roles = error.roles.map((role) => `${roleLabels[role].toLowerCase()}s`).join(' and ');
    return (
      <Page title="Not for your account" width="medium">
        <EmptyState
          icon={Lock}
          title={`This page is for ${roles}`}
          action={
            <Button asChild variant="primary">
              <Link to="/">Go home</Link>
            </Button>
          }
        >
          You are signed in with an account of another kind. Sign in with the right one to see it.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title="Something went wrong" width="medium">
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
