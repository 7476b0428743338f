import type { Preferences } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Info } from 'lucide-react';
import { Suspense, use } from 'react';
import { NotificationSettingsContext } from '../../../app/notification-settings.ts';
import { Card } from '../../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../../components/ui/feedback.tsx';
import { PageTitle } from '../../../components/ui/page.tsx';
import { useMessages } from '../../../lib/language.tsx';
import { accountQueries } from '../../../lib/queries/account.ts';
import { useAccount } from '../../../lib/session.ts';
import { settingsMessages } from '../place.messages.ts';
import { CategorySettings } from './category-settings.tsx';
import { LimitSettings, ScoreSettings } from './limit-settings.tsx';
import { notificationSettingsMessages } from './messages.ts';
import { MutedSubjects } from './muted-subjects.tsx';
import { PartLinks } from './part-links.tsx';
import type { SettingsPart } from './parts.ts';
import { PauseSettings } from './pause-settings.tsx';
import { TestMessages } from './test-messages.tsx';
import { DigestSettings, QuietHoursSettings } from './timing-settings.tsx';
import { TrackingSettings } from './tracking-settings.tsx';

export function NotificationSettingsPage() {
  const { part } = getRouteApi('/settings/notifications').useSearch();
  const words = useMessages(notificationSettingsMessages);
  const places = useMessages(settingsMessages);
  const { data, error, isError, refetch } = useQuery(accountQueries.preferences());
  return (
    <>
      <PageTitle title={places.notification_settings()} />
      <h1 className="text-xl">{words.heading()}</h1>
      <p className="mt-1 mb-5 text-sm text-muted">{words.about()}</p>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <PartLinks />
        <div className="min-w-0">
          {isError && data === undefined && <ErrorState error={error} onRetry={() => void refetch()} />}
          {data === undefined && !isError && <Skeleton className="h-80 w-full rounded-2xl" />}
          {data !== undefined && <Settings part={part} preferences={data} />}
        </div>
      </div>
    </>
  );
}

interface PartProps {
  readonly part: SettingsPart | undefined;
  readonly preferences: Preferences;
}

function Part({ part, preferences }: PartProps) {
  const account = useAccount();
  const sections = use(NotificationSettingsContext);
  switch (part) {
    case undefined:
      return <CategorySettings preferences={preferences} />;
    case 'when':
      return (
        <>
          <PauseSettings preferences={preferences} />
          <QuietHoursSettings preferences={preferences} />
          <DigestSettings preferences={preferences} />
        </>
      );
    case 'much':
      return (
        <>
          {account?.role === 'job_seeker' && <ScoreSettings preferences={preferences} />}
          <LimitSettings preferences={preferences} />
        </>
      );
    case 'muted':
      return <MutedSubjects />;
    case 'more':
      return (
        <>
          {sections.map((Section, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Suspense key={index} fallback={<Skeleton className="h-40 w-full rounded-2xl" />}>
              <Section />
            </Suspense>
          ))}
          <TestMessages />
          <TrackingSettings preferences={preferences} />
        </>
      );
  }
}

function Settings({ part, preferences }: PartProps) {
  const words = useMessages(notificationSettingsMessages);
  const account = useAccount();
  return (
    <div className="space-y-5">
      <Card className="flex gap-3 bg-accent-soft p-4 text-accent-ink sm:px-6">
        <Info className="mt-0.5 size-5 shrink-0" aria-hidden />
        <div className="min-w-0 space-y-1 text-sm text-pretty">
          <p data-testid="summary" lang={preferences.locale} aria-live="polite" className="font-medium">
            {preferences.summary}
          </p>
          {account?.email_verified === false && <p>{words.not_confirmed()}</p>}
        </div>
      </Card>
      <Part part={part} preferences={preferences} />
    </div>
  );
}
