import type { Vacancy, VacancyPosting } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { vacancyMessages, vacancyReasonMessages } from './messages.ts';
import { vacancyQueries } from './queries.ts';
import { MergeDialog, SplitDialog } from './vacancy-dialogs.tsx';

const route = getRouteApi('/operator/vacancies/$jobId');

export function VacancyPage() {
  const { jobId } = route.useParams();
  const words = useMessages(vacancyMessages);
  const { data, error, isError, refetch } = useQuery(vacancyQueries.of(jobId));
  const isMissing = hasCode(error, 'not_found') || hasCode(error, 'invalid_request');
  const own = data?.postings.find(({ id }) => id === jobId);
  return (
    <Page title={own?.title ?? words.vacancy()} width="medium" description={words.about()}>
      {!isMissing && (
        <Link
          to="/jobs/$jobId"
          params={{ jobId }}
          className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
        >
          <ArrowLeft className="size-4" aria-hidden />
          {words.back()}
        </Link>
      )}
      {isMissing ? (
        <EmptyState icon={SearchX} title={words.not_found()} />
      ) : data === undefined ? (
        isError ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <ListSkeleton />
        )
      ) : (
        <VacancyView jobId={jobId} vacancy={data} />
      )}
    </Page>
  );
}

function VacancyView({ jobId, vacancy }: { readonly jobId: string; readonly vacancy: Vacancy }) {
  const words = useMessages(vacancyMessages);
  const [isMerging, setIsMerging] = useState(false);
  const { postings, places, apply_url, is_waiting } = vacancy;
  return (
    <div className="space-y-5">
      <Card className="space-y-3 p-5 text-sm">
        {is_waiting && <p>{words.waiting()}</p>}
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {places.length > 0 && (
            <>
              <dt className="text-muted">{words.places()}</dt>
              <dd className="break-words">{places.join(' · ')}</dd>
            </>
          )}
          {apply_url !== null && (
            <>
              <dt className="text-muted">{words.link()}</dt>
              <dd className="break-all">
                <a
                  href={apply_url}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="underline underline-offset-2"
                >
                  {apply_url}
                </a>
              </dd>
            </>
          )}
        </dl>
        <Button onClick={() => setIsMerging(true)}>{words.merge()}</Button>
        {isMerging && <MergeDialog jobId={jobId} onClose={() => setIsMerging(false)} />}
      </Card>
      <section aria-labelledby="postings">
        <h2 id="postings" className="mb-3 text-lg">
          {words.postings({ count: postings.length })}
        </h2>
        <ul className="space-y-3">
          {postings.map((posting) => (
            <PostingItem key={posting.id} posting={posting} vacancy={vacancy} />
          ))}
        </ul>
      </section>
      <Rulings vacancy={vacancy} />
    </div>
  );
}

function PostingItem({ posting, vacancy }: { readonly posting: VacancyPosting; readonly vacancy: Vacancy }) {
  const words = useMessages(vacancyMessages);
  const [isSplitting, setIsSplitting] = useState(false);
  const isAlone = vacancy.postings.length === 1;
  return (
    <li>
      <Card className="flex flex-wrap items-start justify-between gap-3 p-4" data-testid="vacancy-posting">
        <div className="min-w-0 flex-1 space-y-1 text-sm">
          <p className="text-base font-medium break-words">
            <Link to="/jobs/$jobId" params={{ jobId: posting.id }} className="hover:underline">
              {posting.title}
            </Link>
          </p>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
            <span>{posting.company_name}</span>
            <span>{posting.places.length === 0 ? words.no_place() : posting.places.join(' · ')}</span>
            <RelativeTime value={posting.published_at} />
            {posting.status === 'closed' && <Badge tone="warn">{words.closed()}</Badge>}
            {!isAlone && vacancy.best_text_of === posting.id && <Badge>{words.best_text()}</Badge>}
          </p>
          <Why posting={posting} vacancy={vacancy} />
        </div>
        {!isAlone && <Button onClick={() => setIsSplitting(true)}>{words.split()}</Button>}
        {isSplitting && <SplitDialog jobId={posting.id} onClose={() => setIsSplitting(false)} />}
      </Card>
    </li>
  );
}

/** By which posting it has joined the vacancy, and why. */
function Why({
  posting: { joined_to, reasons },
  vacancy: { postings },
}: {
  readonly posting: VacancyPosting;
  readonly vacancy: Vacancy;
}) {
  const words = useMessages(vacancyMessages);
  const reasonWords = useMessages(vacancyReasonMessages);
  const other = postings.find(({ id }) => id === joined_to);
  const told = reasons.map((reason) => reasonWords[reason]()).join('; ');
  if (other === undefined) {
    return <p>{told !== '' ? told : postings.length === 1 ? words.own() : words.first()}</p>;
  }
  return (
    <p>
      {words.joined({ title: other.title, place: other.places[0] ?? words.no_place() })} {told}
    </p>
  );
}

function Rulings({ vacancy: { rulings } }: { readonly vacancy: Vacancy }) {
  const words = useMessages(vacancyMessages);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (id: string) => client.vacancies.undo({ params: { ruling_id: id } }),
    onSuccess: async () => {
      toast.success(words.done());
      await queries.invalidateQueries({ queryKey: vacancyQueries.all });
    },
    onError: toastError,
  });
  if (rulings.length === 0) return null;
  return (
    <Card className="p-5">
      <h2 className="mb-2 text-lg">{words.decided()}</h2>
      <ul className="divide-y divide-line text-sm">
        {rulings.map(({ id, kind, decided_at, undone_at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
            <span>
              {words[`decided_${kind}`]()} <span className="text-muted">· </span>
              <RelativeTime value={decided_at} />
              {undone_at !== null && <Badge className="ms-2">{words.undone()}</Badge>}
            </span>
            {undone_at === null && (
              <Button busy={undo.isPending} onClick={() => undo.mutate(id)}>
                {words.undo()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
