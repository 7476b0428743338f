import type { JobSummary } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { ExternalLink, Layers } from 'lucide-react';
import { useMessages } from '../../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { otherPostingsMessages } from './other-postings.messages.ts';

const mostPlaces = 3;

/** 'Hamburg' of 'Hamburg, Germany', since a line names several. */
const cityOf = (place: string): string => place.split(',')[0]?.trim() ?? place;

/** Where else a vacancy is posted, in a line for lists. */
export function AlsoPosted({ job }: { readonly job: JobSummary }) {
  const words = useMessages(otherPostingsMessages);
  const { other_postings: others } = job;
  if (others.length === 0) return null;
  const own = new Set(job.places.map(cityOf));
  const all = new Set(others.flatMap(({ places }) => places.map(cityOf)));
  const places = [...all].filter((place) => !own.has(place));
  const named = places.slice(0, mostPlaces);
  return (
    <p className="mt-2 flex items-center gap-1.5 text-sm text-muted" data-testid="also-posted">
      <Layers className="size-4 shrink-0 text-line-strong" aria-hidden />
      {named.length === 0
        ? words.also_posted({ count: others.length })
        : places.length > mostPlaces
          ? words.also_elsewhere({ places: named })
          : words.also({ places: named })}
    </p>
  );
}

/** The other postings of a vacancy, with their places and links. */
export function OtherPostings({ job }: { readonly job: JobSummary }) {
  const words = useMessages(otherPostingsMessages);
  if (job.other_postings.length === 0) return null;
  return (
    <Card className="min-w-0 p-5" data-testid="other-postings">
      <h2 className="font-semibold">{words.title()}</h2>
      <p className="mt-1 text-sm text-muted">{words.about()}</p>
      <ul className="mt-3 divide-y divide-line text-sm">
        {job.other_postings.map(({ id, places, company_name, apply_url, published_at }) => (
          <li key={id} className="space-y-0.5 py-2.5">
            <Link
              to="/jobs/$jobId"
              params={{ jobId: id }}
              className="font-medium break-words underline-offset-2 hover:underline"
            >
              {places.length === 0 ? words.no_place() : places.slice(0, mostPlaces).join(' · ')}
            </Link>
            <p className="text-muted">
              {company_name} · <RelativeTime value={published_at} />
            </p>
            {apply_url !== null && (
              <a
                href={apply_url}
                target="_blank"
                rel="noreferrer noopener"
                className="inline-flex items-center gap-1 underline underline-offset-2"
              >
                {words.link()}
                <ExternalLink className="size-3.5" aria-hidden />
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Leads operators to what is one vacancy with a job, and why. */
export function VacancyLink({ jobId }: { readonly jobId: string }) {
  const words = useMessages(otherPostingsMessages);
  return (
    <Button asChild className="w-full">
      <Link to="/operator/vacancies/$jobId" params={{ jobId }}>
        <Layers aria-hidden />
        {words.vacancy()}
      </Link>
    </Button>
  );
}
