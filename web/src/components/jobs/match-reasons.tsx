import { describeTerms, type Match, type MatchReason } from '@rolecall/contract';
import { cn } from '../../lib/cn.ts';
import { reasonLabels } from '../../lib/labels.ts';
import { Badge } from '../ui/badge.tsx';
import { Score } from './score.tsx';

const maximumTerms = 4;

function termsOf(reason: MatchReason): string {
  const more = reason.terms.length - maximumTerms;
  return describeTerms(reason).slice(0, maximumTerms).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The reasons of a match in short, for a list. */
export const ReasonChips = ({
  reasons,
  className,
}: {
  readonly reasons: readonly MatchReason[];
  readonly className?: string;
}) => (
  <ul className={cn('flex flex-wrap gap-1.5', className)} aria-label="Why it fits">
    {reasons
      .filter(({ points }) => points > 0)
      .slice(0, 4)
      .map((reason) => (
        <li key={reason.code} className="min-w-0">
          <Badge tone="accent" className="max-w-full">
            <span className="truncate">
              {reasonLabels[reason.code]}
              {reason.terms.length > 0 && `: ${termsOf(reason)}`}
            </span>
          </Badge>
        </li>
      ))}
  </ul>
);

/** The whole story of a match: each reason with what agrees and the points that it brings. */
export const MatchPanel = ({ match }: { readonly match: Match }) => (
  <div>
    <div className="flex items-center gap-3">
      <Score score={match.score} className="size-14" />
      <div>
        <h2 className="font-semibold">Your match</h2>
        <p className="text-sm text-muted">From your profile and this posting</p>
      </div>
    </div>
    <ul className="mt-4 space-y-3">
      {match.reasons.map((reason) => (
        <li key={reason.code} className="text-sm">
          <div className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{reasonLabels[reason.code]}</span>
            <span className="text-muted tabular-nums">
              {reason.points > 0 ? '+' : ''}
              {reason.points}
            </span>
          </div>
          <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden>
            <div
              className="h-full rounded-full bg-accent"
              style={{ width: `${Math.min(100, Math.max(0, reason.points))}%` }}
            />
          </div>
          {reason.terms.length > 0 && (
            <p className="mt-1 break-words text-muted">{describeTerms(reason).join(', ')}</p>
          )}
        </li>
      ))}
    </ul>
  </div>
);
