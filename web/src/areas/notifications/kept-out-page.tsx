import type { WithheldNotification } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, CircleHelp, Inbox, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { ExplanationDialog } from '../../components/notifications/explanation-dialog.tsx';
import { KindIcon } from '../../components/notifications/kind-icon.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { categoryMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { inboxPageMessages } from './messages.ts';

/** What the person's own settings and mutes have kept out of the inbox, each with its reason. */
export function KeptOutPage() {
  const words = useMessages(inboxPageMessages);
  const query = useInfiniteQuery(notificationQueries.withheld());
  const [explained, setExplained] = useState<string>();
  return (
    <Page
      title={words.kept_out()}
      description={words.kept_out_about()}
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
      <Link
        to="/notifications"
        className="mb-4 inline-flex min-h-11 items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {words.inbox()}
      </Link>
      <PagedList
        query={query}
        empty={
          <EmptyState icon={Inbox} title={words.none_kept_out()}>
            {words.none_kept_out_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((item) => (
              <li key={item.id}>
                <KeptOutItem item={item} onExplain={() => setExplained(item.id)} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {explained !== undefined && (
        <ExplanationDialog
          title={words.why_kept_out()}
          notificationId={explained}
          onClose={() => setExplained(undefined)}
        />
      )}
    </Page>
  );
}

function KeptOutItem({
  item: { kind, category, title, explanation, created_at },
  onExplain,
}: {
  readonly item: WithheldNotification;
  readonly onExplain: () => void;
}) {
  const words = useMessages(inboxPageMessages);
  const categories = useMessages(categoryMessages);
  return (
    <Card className="flex gap-4 p-4 text-sm sm:p-5" data-testid="kept-out">
      <KindIcon kind={kind} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-48 space-y-1">
          <p className="font-semibold break-words">{title}</p>
          <p className="break-words">{explanation}</p>
          <p className="text-xs text-muted">
            {categories[category]()} · <DateTime value={created_at} />
          </p>
        </div>
        <Button size="small" onClick={onExplain} aria-label={words.why_title({ title })}>
          <CircleHelp aria-hidden />
          {words.why()}
        </Button>
      </div>
    </Card>
  );
}
