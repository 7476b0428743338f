import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { similarMessages } from './similar.messages.ts';

/** Open jobs that are like this one, with what they have in common; nothing where there are none. */
export function SimilarJobs({ jobId }: { readonly jobId: string }) {
  const say = useMessages(similarMessages);
  const { data } = useQuery(jobQueries.similar(jobId));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card className="p-5" data-testid="similar-jobs">
      <section aria-labelledby="similar-jobs">
        <h2 id="similar-jobs" className="font-semibold">
          {say.heading()}
        </h2>
        <ul className="mt-3 divide-y divide-line">
          {data.items.map((job) => (
            <li key={job.id} className="py-3 first:pt-0 last:pb-0">
              <Link
                to="/jobs/$jobId"
                params={{ jobId: job.id }}
                className="text-sm font-medium break-words hover:underline"
              >
                {job.title}
              </Link>
              <p className="mt-0.5 text-xs text-muted">
                {[job.company.name, ...job.places.slice(0, 1)].join(' · ')}
                {' · '}
                <RelativeTime value={job.published_at} />
              </p>
              {job.in_common.length > 0 && (
                <p className="mt-0.5 text-xs break-words text-muted">
                  {say.common({ words: job.in_common.join(', ') })}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}
