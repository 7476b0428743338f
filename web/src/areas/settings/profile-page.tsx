import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { PageTitle } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { accountQueries } from '../../lib/queries/account.ts';
import { useAccount } from '../../lib/session.ts';
import { settingsPageMessages } from './messages.ts';
import { ProfileForm } from './profile-form.tsx';

export function ProfilePage() {
  const words = useMessages(settingsPageMessages);
  const account = useAccount();
  const { data, error, isError, refetch } = useQuery(accountQueries.profile());
  const isSeeker = account?.role === 'job_seeker';
  return (
    <>
      <PageTitle title={words.profile()} />
      <h1 className="text-xl">{isSeeker ? words.what_you_look_for() : words.zone_and_language()}</h1>
      <p className="mt-1 mb-5 text-sm text-muted">
        {isSeeker ? words.profile_about() : words.region_about()}
      </p>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-96 w-full rounded-2xl" />}
      {data !== undefined && <ProfileForm profile={data} isSeeker={isSeeker} />}
    </>
  );
}
