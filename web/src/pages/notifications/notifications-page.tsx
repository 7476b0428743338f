import { categories } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BellOff, CheckCheck, Layers, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { ExplanationDialog } from '../../components/notifications/explanation-dialog.tsx';
import { useMarkAll } from '../../components/notifications/marking.ts';
import { NotificationRow } from '../../components/notifications/notification-row.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { categoryLabels } from '../../lib/labels.ts';
import { notificationQueries } from '../../lib/queries/notifications.ts';

const route = getRouteApi('/notifications');

export function NotificationsPage() {
  const { state, category } = route.useSearch();
  const navigate = route.useNavigate();
  const [explained, setExplained] = useState<string>();
  const query = useInfiniteQuery(notificationQueries.list({ state: state ?? 'all', category }));
  const { data: counts } = useQuery(notificationQueries.counts());
  const markAll = useMarkAll();
  const unread = counts?.unread ?? 0;
  const chosenCategory = category === undefined ? {} : { category };

  return (
    <Page
      title="Inbox"
      width="medium"
      action={
        <div className="flex gap-2">
          <Button disabled={unread === 0} busy={markAll.isPending} onClick={() => markAll.mutate()}>
            <CheckCheck aria-hidden />
            Mark all read
          </Button>
          <Button asChild size="icon">
            <Link to="/notifications/digests" aria-label="Digests" title="Digests">
              <Layers aria-hidden />
            </Link>
          </Button>
          <Button asChild size="icon">
            <Link to="/settings/notifications" aria-label="Notification settings">
              <Settings2 aria-hidden />
            </Link>
          </Button>
        </div>
      }
    >
      <div className="mb-4 flex items-center gap-4 border-b border-line">
        <TabLinks
          label="Which notifications"
          className="flex-1 border-0"
          tabs={[
            { label: 'All', link: { to: '/notifications', search: chosenCategory } },
            {
              label: unread > 0 ? `Unread (${unread})` : 'Unread',
              link: { to: '/notifications', search: { state: 'unread', ...chosenCategory } },
            },
          ]}
        />
        <Select
          aria-label="Category"
          className="mb-2 h-9 w-auto"
          value={category ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (search) => ({
                ...search,
                category: categories.find((candidate) => candidate === target.value),
              }),
              replace: true,
            })
          }
        >
          <option value="">All categories</option>
          {categories.map((name) => (
            <option key={name} value={name}>
              {categoryLabels[name]}
            </option>
          ))}
        </Select>
      </div>
      <PagedList
        query={query}
        noun="notifications"
        empty={
          <EmptyState icon={BellOff} title={state === 'unread' ? 'All caught up' : 'Nothing here yet'}>
            {state === 'unread'
              ? 'You have read everything.'
              : 'What happens with your jobs and applications will be told here.'}
          </EmptyState>
        }
      >
        {(notifications) => (
          <Card className="overflow-hidden">
            <ul className="divide-y divide-line">
              {notifications.map((notification) => (
                <NotificationRow
                  key={notification.id}
                  notification={notification}
                  onExplain={() => setExplained(notification.id)}
                />
              ))}
            </ul>
          </Card>
        )}
      </PagedList>
      {explained !== undefined && (
        <ExplanationDialog notificationId={explained} onClose={() => setExplained(undefined)} />
      )}
    </Page>
  );
}
