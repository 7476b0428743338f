import { digestFrequencies } from '@rolecall/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Settings2 } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { Page } from '../../components/ui/page.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { digestMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { DigestPreview } from './digest-preview.tsx';
import { digestPageMessages } from './messages.ts';
import { PastDigests } from './past-digests.tsx';

const route = getRouteApi('/notifications/digests');

export function DigestsPage() {
  const words = useMessages(digestPageMessages);
  const frequencies = useMessages(digestMessages);
  const { show } = route.useSearch();
  return (
    <Page
      title={words.digests()}
      description={words.digests_about()}
      width="medium"
      action={
        <Button asChild>
          <Link to="/settings/notifications">
            <Settings2 aria-hidden />
            {words.settings()}
          </Link>
        </Button>
      }
    >
      <TabLinks
        label={words.which()}
        className="mb-5"
        tabs={[
          ...digestFrequencies.map((frequency) => ({
            label: frequencies[frequency](),
            link: {
              to: '/notifications/digests',
              search: frequency === 'daily' ? {} : { show: frequency },
            } as const,
          })),
          { label: words.past(), link: { to: '/notifications/digests', search: { show: 'past' } } },
        ]}
      />
      {show === 'past' ? <PastDigests /> : <DigestPreview frequency={show ?? 'daily'} />}
    </Page>
  );
}
