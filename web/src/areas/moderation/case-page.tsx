import { flagMessages, type ModerationCaseDetail, reportMessages } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { BehindPosting } from '../companies/behind-posting.tsx';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { moderationMessages } from './messages.ts';
import { moderationPlaceMessages } from './place.messages.ts';
import { moderationQueries } from './queries.ts';

const route = getRouteApi('/operator/moderation/$jobId');

export function CasePage() {
  const { jobId } = route.useParams();
  const words = useMessages(moderationMessages);
  const place = useMessages(moderationPlaceMessages);
  const { data, error, isError, refetch } = useQuery(moderationQueries.one(jobId));
  const back = (
    <Link
      to="/operator/moderation"
      className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
    >
      <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
      {words.back()}
    </Link>
  );
  if (hasCode(error, 'not_found') || hasCode(error, 'invalid_request')) {
    return (
      <Page title={place.moderation()} width="medium">
        {back}
        <EmptyState icon={SearchX} title={words.not_found()} />
      </Page>
    );
  }
  if (data === undefined) {
    return (
      <Page title={place.moderation()} width="medium">
        {back}
        {isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <ListSkeleton />}
      </Page>
    );
  }
  return (
    <Page title={data.job.title} width="medium" description={data.job.company.name}>
      {back}
      <CaseView found={data} />
    </Page>
  );
}

function CaseView({ found }: { readonly found: ModerationCaseDetail }) {
  const words = useMessages(moderationMessages);
  const { job, state, description_html, apply_url } = found;
  return (
    <div className="space-y-5">
      <StatePanel found={found} />
      <Flags found={found} />
      <Reports found={found} />
      <EarlierTexts found={found} />
      <Card className="min-w-0 p-5 sm:p-6" data-testid="case-text">
        <h2 className="mb-4 text-lg">{found.changed_at === null ? words.text() : words.text_now()}</h2>
        {apply_url !== null && (
          <p className="mb-4 text-sm break-all text-muted">{words.apply_at({ address: apply_url })}</p>
        )}
        <div
          className="prose-html"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has reduced it to harmless tags
          dangerouslySetInnerHTML={{ __html: description_html }}
        />
      </Card>
      <BehindPosting companyId={job.company.id} title={words.behind()} />
      {state !== 'hidden' && (
        <p className="text-sm">
          <Link to="/jobs/$jobId" params={{ jobId: job.id }} className="underline underline-offset-2">
            {job.title}
          </Link>
        </p>
      )}
    </div>
  );
}

/** What it said when it was flagged or reported, where it says something else by now. */
function EarlierTexts({ found: { texts } }: { readonly found: ModerationCaseDetail }) {
  const words = useMessages(moderationMessages);
  const reasons = useMessages(flagMessages);
  return texts
    .filter(({ is_current }) => !is_current)
    .map(({ kept_at, title, details, description_html, flags }) => (
      <Card key={kept_at + title} className="min-w-0 p-5 sm:p-6" data-testid="earlier-text">
        <h2 className="mb-1 text-lg">{words.earlier_text()}</h2>
        <p className="mb-4 text-sm text-muted">
          <RelativeTime value={kept_at} />
          {flags.length > 0 && ` · ${flags.map(({ code }) => reasons[code]()).join(' · ')}`}
        </p>
        <h3 className="mb-2 font-semibold break-words">{title}</h3>
        {details !== '' && (
          <p className="mb-3 text-sm break-words whitespace-pre-line text-muted">{details}</p>
        )}
        <div
          className="prose-html"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has reduced it to harmless tags
          dangerouslySetInnerHTML={{ __html: description_html }}
        />
      </Card>
    ));
}

/** How it stands, and what can be decided. */
function StatePanel({ found }: { readonly found: ModerationCaseDetail }) {
  const words = useMessages(moderationMessages);
  const [decision, setDecision] = useState<Decision | null>(null);
  const { job, state, decided_at, changed_at, note } = found;
  return (
    <Card className="space-y-3 p-5">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={state === 'open' ? 'warn' : state === 'hidden' ? 'danger' : 'neutral'}>
          {words[state]()}
        </Badge>
        <Badge tone={job.company.trust === 'unverified' ? 'warn' : 'neutral'}>
          {words[job.company.trust]()}
        </Badge>
        {job.company.domain !== null && <Badge>{job.company.domain}</Badge>}
        {job.status === 'closed' && <Badge>{words.closed()}</Badge>}
        {changed_at !== null && <Badge tone="warn">{words.changed()}</Badge>}
        {decided_at !== null && state !== 'open' && (
          <span className="text-muted">
            {words.decided()} <RelativeTime value={decided_at} />
          </span>
        )}
      </p>
      {note !== '' && state !== 'open' && <p className="text-sm break-words">{note}</p>}
      <div className="flex flex-wrap gap-2">
        {state !== 'hidden' && (
          <Button variant="danger" onClick={() => setDecision('hide')}>
            {words.hide()}
          </Button>
        )}
        {state === 'open' && <Button onClick={() => setDecision('dismiss')}>{words.dismiss()}</Button>}
        {state === 'hidden' && <Button onClick={() => setDecision('restore')}>{words.restore()}</Button>}
      </div>
      {decision !== null && (
        <DecisionDialog jobId={job.id} decision={decision} onClose={() => setDecision(null)} />
      )}
    </Card>
  );
}

function Flags({ found: { flags } }: { readonly found: ModerationCaseDetail }) {
  const words = useMessages(moderationMessages);
  const reasons = useMessages(flagMessages);
  return (
    <Card className="p-5 sm:p-6">
      <h2 className="mb-3 text-lg">{words.why_flagged()}</h2>
      {flags.length === 0 ? (
        <p className="text-sm text-muted">{words.not_flagged()}</p>
      ) : (
        <ul className="space-y-3 text-sm">
          {flags.map(({ code, found }) => (
            <li key={code} className="space-y-0.5">
              <p className="font-medium">{reasons[code]()}</p>
              {found.length > 0 && (
                <p className="break-words text-muted">
                  {words.found({ words: found.map((word) => `“${word}”`) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Reports({ found: { reports } }: { readonly found: ModerationCaseDetail }) {
  const words = useMessages(moderationMessages);
  const reasons = useMessages(reportMessages);
  return (
    <Card className="p-5 sm:p-6">
      <h2 className="mb-3 text-lg">{words.what_reported()}</h2>
      {reports.length === 0 ? (
        <p className="text-sm text-muted">{words.not_reported()}</p>
      ) : (
        <ul className="space-y-4 text-sm">
          {reports.map(({ id, reason, text, signed_in, created_at, outcome }) => (
            <li key={id} className="space-y-0.5">
              <p className="font-medium">{reasons[reason]()}</p>
              <p className="text-muted">
                {signed_in ? words.person() : words.visitor()} · <RelativeTime value={created_at} />
                {outcome !== null && ` · ${words[`answered_${outcome}`]()}`}
              </p>
              {text !== '' && <p className="break-words whitespace-pre-line">{text}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
