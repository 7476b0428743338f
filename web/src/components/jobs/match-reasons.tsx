import type { Match, MatchReason } from '@rolecall/contract';
import { cn } from '../../lib/cn.ts';
import { employmentTypeMessages, reasonMessages, seniorityMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { jobPartsMessages } from './messages.ts';
import { Score } from './score.tsx';

const maximumTerms = 4;

/** Says reasons: terms that are values of the contract in words, those of the posting or the profile as they are. */
function useReasonWords() {
  const words = useMessages(jobPartsMessages);
  const names = useMessages(reasonMessages);
  const types = useMessages(employmentTypeMessages);
  const seniorities = useMessages(seniorityMessages);
  const known = new Map<MatchReason['code'], ReadonlyMap<string, () => string>>([
    ['employment_type', new Map(Object.entries(types))],
    ['seniority', new Map(Object.entries(seniorities))],
  ]);
  const termsOf = ({ code, terms }: MatchReason): string[] =>
    terms.map((term) => known.get(code)?.get(term)?.() ?? term);
  return {
    nameOf: ({ code }: MatchReason) => names[code](),
    termsOf,
    /** The name with its first terms. */
    shortly(reason: MatchReason): string {
      const more = reason.terms.length - maximumTerms;
      const first = termsOf(reason).slice(0, maximumTerms).join(', ');
      if (first === '') return names[reason.code]();
      const terms = more > 0 ? words.and_more({ terms: first, count: more }) : first;
      return words.reason({ name: names[reason.code](), terms });
    },
  };
}

/** The reasons of a match in short, for a list. */
export function ReasonChips({
  reasons,
  className,
}: {
  readonly reasons: readonly MatchReason[];
  readonly className?: string;
}) {
  const words = useMessages(jobPartsMessages);
  const { shortly } = useReasonWords();
  return (
    <ul className={cn('flex flex-wrap gap-1.5', className)} aria-label={words.why_it_fits()}>
      {reasons
        .filter(({ points }) => points > 0)
        .slice(0, 4)
        .map((reason) => (
          <li key={reason.code} className="min-w-0">
            <Badge tone="accent" className="max-w-full">
              <span className="truncate">{shortly(reason)}</span>
            </Badge>
          </li>
        ))}
    </ul>
  );
}

/** The whole story of a match: each reason with what agrees and the points that it brings. */
export function MatchPanel({ match }: { readonly match: Match }) {
  const words = useMessages(jobPartsMessages);
  const { nameOf, termsOf } = useReasonWords();
  return (
    <div>
      <div className="flex items-center gap-3">
        <Score score={match.score} className="size-14" />
        <div>
          <h2 className="font-semibold">{words.your_match()}</h2>
          <p className="text-sm text-muted">{words.match_from()}</p>
        </div>
      </div>
      <ul className="mt-4 space-y-3">
        {match.reasons.map((reason) => (
          <li key={reason.code} className="text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{nameOf(reason)}</span>
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
              <p className="mt-1 break-words text-muted">{termsOf(reason).join(', ')}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
