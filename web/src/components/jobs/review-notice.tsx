import { flagMessages, type Job } from '@rolecall/contract';
import { useMessages } from '../../lib/language.tsx';
import { Card } from '../ui/card.tsx';
import { reportJobMessages } from './report-job.messages.ts';

/** Tells the recruiters of a posting, and operators, that it is held back for its text, or hidden, and why. */
export function ReviewNotice({ review }: { readonly review: Job['review'] }) {
  const words = useMessages(reportJobMessages);
  const reasons = useMessages(flagMessages);
  if (review === null) return null;
  const { state, note } = review;
  return (
    <Card className="space-y-2 border-warn p-5 text-sm" data-testid="review-notice">
      <h2 className="font-semibold">{words[state]()}</h2>
      <p>{words[`${state}_about`]()}</p>
      {note !== '' && <p className="break-words">{words.note({ note })}</p>}
      {review.reasons.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {review.reasons.map((code) => (
            <li key={code}>{reasons[code]()}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
