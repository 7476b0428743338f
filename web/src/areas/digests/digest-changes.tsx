import type { DigestChange } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/ui/card.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { digestPageMessages } from './messages.ts';

/** What has become of the jobs of the last digest. */
export const DigestChanges = ({ changes }: { readonly changes: readonly DigestChange[] }) => {
  const words = useMessages(digestPageMessages);
  return (
    <section aria-labelledby="digest-changes">
      <h2 id="digest-changes" className="mb-2 text-lg">
        {words.since_last()}
      </h2>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {changes.map((change) => (
            <li key={change.job_id} className="px-4 py-3 text-sm sm:px-5">
              <ChangedJob change={change} />
              <p className="mt-0.5 text-muted">
                <Change change={change} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
};

function ChangedJob({ change }: { readonly change: DigestChange }) {
  const words = useMessages(digestPageMessages);
  const name = words.job_at({ job: change.job_title, company: change.company_name });
  // It has no page at the moment.
  if (change.change === 'job_held') return <span className="font-medium">{name}</span>;
  return (
    <Link to="/jobs/$jobId" params={{ jobId: change.job_id }} className="font-medium hover:underline">
      {name}
    </Link>
  );
}

function Change({ change }: { readonly change: DigestChange }) {
  const words = useMessages(digestPageMessages);
  switch (change.change) {
    case 'job_closed':
      return words.closed();
    case 'job_held':
      return words.held();
    case 'deadline_near':
      return (
        <>
          {words.end_on()} <DateTime value={change.deadline_at} />.
        </>
      );
    case 'score_changed':
      return words.score({ now: change.score, before: change.previous_score });
  }
}
