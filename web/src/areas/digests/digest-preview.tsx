import type { DigestFrequency, DigestPreview as Preview } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarClock, Layers } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { DateTime, RelativeTime } from '../../components/ui/time.tsx';
import { categoryMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { DigestChanges } from './digest-changes.tsx';
import { DigestItem } from './digest-item.tsx';
import { digestPageMessages } from './messages.ts';
import { digestQueries } from './queries.ts';

/** What the next digest of a frequency would tell if it went out now. */
export function DigestPreview({ frequency }: { readonly frequency: DigestFrequency }) {
  const { data, error, isError, refetch } = useQuery(digestQueries.preview(frequency));
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ListSkeleton rows={3} />;
  const collects = data.open || data.categories.length > 0;
  return (
    <div className="space-y-5">
      {collects && <Departure preview={data} />}
      {data.entries.length === 0 ? (
        <Card>
          <NothingCollected preview={data} />
        </Card>
      ) : (
        <Entries preview={data} />
      )}
      {data.changes.length > 0 && <DigestChanges changes={data.changes} />}
      {data.left_out.length > 0 && <LeftOut preview={data} />}
    </div>
  );
}

function Departure({ preview }: { readonly preview: Preview }) {
  const words = useMessages(digestPageMessages);
  const { goes_out_at: goesOutAt, closes_at: closesAt, open, categories, frequency } = preview;
  const names = useMessages(categoryMessages);
  return (
    <Card className="flex gap-4 p-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
        <CalendarClock className="size-5" aria-hidden />
      </span>
      <div className="min-w-0 space-y-1 text-sm">
        <h2 className="text-base font-semibold">
          {open ? words.goes_out() : words.next_goes_out()} <RelativeTime value={goesOutAt} />
        </h2>
        <p className="text-muted">
          <DateTime value={goesOutAt} />
          {goesOutAt !== closesAt && words.after_quiet()}
        </p>
        <p className="text-muted">
          {categories.length === 0
            ? words.beyond_most()
            : words[`you_want_${frequency}`]({ what: categories.map((category) => names[category]()) })}
        </p>
      </div>
    </Card>
  );
}

function Entries({ preview: { entries, more, activity } }: { readonly preview: Preview }) {
  const words = useMessages(digestPageMessages);
  const summary = (['new_jobs', 'new_matches', 'applications', 'application_changes'] as const)
    .filter((name) => activity[name] > 0)
    .map((name) => words[name]({ count: activity[name] }));
  return (
    <section aria-labelledby="digest-entries">
      <h2 id="digest-entries" className="mb-2 text-lg">
        {words.would_tell()}
      </h2>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {entries.map((item) => (
            <DigestItem key={`${item.id} ${item.action?.path ?? ''}`} item={item} />
          ))}
        </ul>
        {(more > 0 || summary.length > 0) && (
          <p className="border-t border-line bg-sunken/50 px-4 py-3 text-sm text-muted sm:px-5">
            {more > 0 && `${words.more_in_inbox({ count: more })} `}
            {summary.length > 0 && words.meanwhile({ what: summary })}
          </p>
        )}
      </Card>
    </section>
  );
}

function LeftOut({ preview }: { readonly preview: Preview }) {
  const words = useMessages(digestPageMessages);
  return (
    <section aria-labelledby="digest-left-out">
      <h2 id="digest-left-out" className="mb-2 text-lg">
        {words.would_leave_out()}
      </h2>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {preview.left_out.map(({ item, explanation }) => (
            <DigestItem key={`${item.id} ${item.action?.path ?? ''}`} item={item}>
              <p className="mt-1 text-sm">{explanation}</p>
            </DigestItem>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function NothingCollected({
  preview: { frequency, categories, left_out: leftOut },
}: {
  readonly preview: Preview;
}) {
  const words = useMessages(digestPageMessages);
  if (categories.length > 0 || leftOut.length > 0) {
    return (
      <EmptyState icon={Layers} title={words.nothing_yet()}>
        {words.nothing_yet_why()}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Layers}
      title={words[`none_${frequency}`]()}
      action={
        <Button asChild>
          <Link to="/settings/notifications">{words.choose()}</Link>
        </Button>
      }
    >
      {words[`choose_why_${frequency}`]()}
    </EmptyState>
  );
}
