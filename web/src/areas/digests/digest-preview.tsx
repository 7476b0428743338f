import type { DigestFrequency, DigestPreview as Preview } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarClock, Layers } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { DateTime, RelativeTime } from '../../components/ui/time.tsx';
import { pluralize } from '../../lib/format.ts';
import { categoryLabels, digestLabels } from '../../lib/labels.ts';
import { locale } from '../../lib/locale.ts';
import { DigestChanges } from './digest-changes.tsx';
import { DigestItem } from './digest-item.tsx';
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
  const { goes_out_at: goesOutAt, closes_at: closesAt, open, categories, frequency } = preview;
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    categories.map((category) => categoryLabels[category]),
  );
  return (
    <Card className="flex gap-4 p-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-ink">
        <CalendarClock className="size-5" aria-hidden />
      </span>
      <div className="min-w-0 space-y-1 text-sm">
        <h2 className="text-base font-semibold">
          {open ? 'Goes out ' : 'The next one goes out '}
          <RelativeTime value={goesOutAt} />
        </h2>
        <p className="text-muted">
          <DateTime value={goesOutAt} />
          {goesOutAt !== closesAt && ', when your quiet hours or your pause end'}
        </p>
        <p className="text-muted">
          {names === ''
            ? 'It collects what is beyond the most messages that you want in a day.'
            : `You want ${names} in your ${digestLabels[frequency].toLowerCase()} digest.`}
        </p>
      </div>
    </Card>
  );
}

function Entries({ preview: { entries, more, activity } }: { readonly preview: Preview }) {
  const summary = [
    pluralize(activity.new_jobs, 'new job', 'new jobs', locale),
    pluralize(activity.new_matches, 'new match', 'new matches', locale),
    pluralize(activity.applications, 'application', 'applications', locale),
    pluralize(activity.application_changes, 'step of an application', 'steps of applications', locale),
  ].filter((part) => !part.startsWith('0 '));
  return (
    <section aria-labelledby="digest-entries">
      <h2 id="digest-entries" className="mb-2 text-lg">
        It would tell
      </h2>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {entries.map((item) => (
            <DigestItem key={`${item.id} ${item.action?.path ?? ''}`} item={item} />
          ))}
        </ul>
        {(more > 0 || summary.length > 0) && (
          <p className="border-t border-line bg-sunken/50 px-4 py-3 text-sm text-muted sm:px-5">
            {more > 0 && `And ${pluralize(more, 'more thing', 'more things', locale)} in your inbox. `}
            {summary.length > 0 && `Around you meanwhile: ${summary.join(', ')}.`}
          </p>
        )}
      </Card>
    </section>
  );
}

function LeftOut({ preview }: { readonly preview: Preview }) {
  return (
    <section aria-labelledby="digest-left-out">
      <h2 id="digest-left-out" className="mb-2 text-lg">
        It would leave out
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
  const name = digestLabels[frequency].toLowerCase();
  if (categories.length > 0 || leftOut.length > 0) {
    return (
      <EmptyState icon={Layers} title="Nothing to tell yet">
        What comes in until then is collected here. A digest that has nothing to tell is not sent.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Layers}
      title={`You have no ${name} digest`}
      action={
        <Button asChild>
          <Link to="/settings/notifications">Choose what is collected</Link>
        </Button>
      }
    >
      {`Choose “${name}” for a category in the notification settings, and it comes in one message instead of many.`}
      {frequency === 'daily' &&
        ' What is beyond the most messages that you want in a day is collected here too.'}
    </EmptyState>
  );
}
