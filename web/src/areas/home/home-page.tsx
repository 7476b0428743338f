import { Suspense } from 'react';
import { PendingPage } from '../../app/status-pages.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';
import { useAccount } from '../../lib/session.ts';
import { GuestHome } from './guest-home.tsx';

const SeekerHome = lazyPart(async () => (await import('./seeker-home.tsx')).SeekerHome);
const RecruiterHome = lazyPart(async () => (await import('./recruiter-home.tsx')).RecruiterHome);
const OperatorHome = lazyPart(async () => (await import('../overview/overview-page.tsx')).OverviewPage);

const homes = { job_seeker: SeekerHome, recruiter: RecruiterHome, operator: OperatorHome } as const;

export function HomePage() {
  const account = useAccount();
  if (account === null) return <GuestHome />;
  const Home = homes[account.role];
  return (
    <Suspense fallback={<PendingPage />}>
      <Home />
    </Suspense>
  );
}
