import type { Alert, NewAlert } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BellRing, Plus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { conditionsOf } from '../../components/alerts/conditions.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { alertQueries } from '../../lib/queries/alerts.ts';
import { AlertCard } from './alert-card.tsx';
import { AlertEditor } from './alert-editor.tsx';
import { alertMessages } from './messages.ts';

const route = getRouteApi('/alerts');

const blank = (): NewAlert => ({
  name: '',
  conditions: conditionsOf({}),
  frequency: 'daily',
  time: '09:00',
  weekday: 1,
  paused: false,
});

export function AlertsPage() {
  const { alert: shown } = route.useSearch();
  const say = useMessages(alertMessages);
  const queries = useQueryClient();
  const alerts = useQuery(alertQueries.all());
  const [edited, setEdited] = useState<Alert | NewAlert | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['alerts'] });

  const restore = useMutation({
    mutationFn: (id: string) => client.alerts.restore({ params: { alert_id: id } }),
    onSuccess: refresh,
    onError: toastError,
  });
  const remove = useMutation({
    mutationFn: (alert: Alert) => client.alerts.remove({ params: { alert_id: alert.id } }),
    onSuccess: (_, alert) => {
      toast.success(say.removed(), {
        description: alert.name,
        action: { label: say.undo(), onClick: () => restore.mutate(alert.id) },
      });
      void refresh();
    },
    onError: toastError,
  });
  const pause = useMutation({
    mutationFn: ({ id, paused }: Alert) =>
      client.alerts.change({ params: { alert_id: id }, body: { paused: !paused } }),
    onSuccess: refresh,
    onError: toastError,
  });

  const add = (
    <Button variant="primary" onClick={() => setEdited(blank())}>
      <Plus aria-hidden />
      {say.add()}
    </Button>
  );
  return (
    <Page title={say.title()} width="medium" description={say.about()} action={add}>
      {alerts.isPending && <ListSkeleton />}
      {alerts.isError && <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} />}
      {alerts.data?.items.length === 0 && (
        <EmptyState
          icon={BellRing}
          title={say.none()}
          action={
            <Button asChild>
              <Link to="/jobs">{say.search()}</Link>
            </Button>
          }
        >
          {say.none_why()}
        </EmptyState>
      )}
      <ul className="space-y-3">
        {alerts.data?.items.map((alert) => (
          <li key={alert.id}>
            <AlertCard
              alert={alert}
              isShown={alert.id === shown}
              onEdit={() => setEdited(alert)}
              onPause={() => pause.mutate(alert)}
              onRemove={() => remove.mutate(alert)}
            />
          </li>
        ))}
      </ul>
      {edited !== null && (
        <AlertEditor
          alert={edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            toast.success(say.saved());
            void refresh();
          }}
        />
      )}
    </Page>
  );
}
