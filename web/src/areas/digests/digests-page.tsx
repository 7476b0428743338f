import { digestFrequencies } from '@rolecall/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Settings2 } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { digestLabels } from '../../lib/labels.ts';
import { DigestPreview } from './digest-preview.tsx';
import { PastDigests } from './past-digests.tsx';

const route = getRouteApi('/notifications/digests');

export function DigestsPage() {
  const { show } = route.useSearch();
  return (
    <Page
      title="Digests"
      description="What is collected for you instead of single messages, and when it goes out."
      width="medium"
      action={
        <Button asChild>
          <Link to="/settings/notifications">
            <Settings2 aria-hidden />
            Settings
          </Link>
        </Button>
      }
    >
      <TabLinks
        label="Which digests"
        className="mb-5"
        tabs={[
          ...digestFrequencies.map((frequency) => ({
            label: digestLabels[frequency],
            link: {
              to: '/notifications/digests',
              search: frequency === 'daily' ? {} : { show: frequency },
            } as const,
          })),
          { label: 'Past ones', link: { to: '/notifications/digests', search: { show: 'past' } } },
        ]}
      />
      {show === 'past' ? <PastDigests /> : <DigestPreview frequency={show ?? 'daily'} />}
    </Page>
  );
}
