import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { accountQueries } from '../../lib/queries/account.ts';
import { useAccount } from '../../lib/session.ts';
import { ProfileForm } from './profile-form.tsx';

export function ProfilePage() {
  const account = useAccount();
  const { data, error, isError, refetch } = useQuery(accountQueries.profile());
  const isSeeker = account?.role === 'job_seeker';
  return (
    <>
      <PageTitle title="Profile" />
      <h1 className="text-xl">{isSeeker ? 'What you look for' : 'Time zone and language'}</h1>
      <p className="mt-1 mb-5 text-sm text-muted">
        {isSeeker
          ? 'New jobs are compared with this, and you hear of those that fit. What you leave empty excludes nothing.'
          : 'Times are shown to you in this zone, and mails come in this language.'}
      </p>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-96 w-full rounded-2xl" />}
      {data !== undefined && <ProfileForm profile={data} isSeeker={isSeeker} />}
    </>
  );
}
