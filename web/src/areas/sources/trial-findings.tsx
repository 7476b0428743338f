import type { SourceTrial, TrialPosting } from '@rolecall/contract';
import { formatPay } from '../../lib/format.ts';
import { workplaceMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { addSourceMessages } from './add-source.messages.ts';
import { skipReasonMessages } from './skip-reasons.messages.ts';
import { sourceKindMessages } from './source-names.messages.ts';

type Found = NonNullable<SourceTrial['source']>;

/** What a source would bring: its first jobs, and what would be left out of it. */
export function TrialFindings({ source }: { readonly source: Found }) {
  const words = useMessages(addSourceMessages);
  const kinds = useMessages(sourceKindMessages);
  const reasons = useMessages(skipReasonMessages);
  const { kind, address, usable, rows, postings, skipped } = source;
  return (
    <section className="space-y-3">
      <div>
        <h3 className="font-semibold">{words.found()}</h3>
        <p className="mt-1 text-sm wrap-anywhere text-muted">
          {kinds[kind]()} · {address}
        </p>
        <p className="mt-1 text-sm text-muted">
          {rows === 0 ? words.empty() : words.found_numbers({ usable, rows })}
          {source.has_more && ` ${words.more()}`}
        </p>
        {source.exists && <p className="mt-1 text-sm text-danger-ink">{words.exists()}</p>}
        {source.incomplete !== null && (
          <p className="mt-1 text-sm break-words text-warn-ink">{source.incomplete}</p>
        )}
      </div>
      {postings.length > 0 && (
        <ol className="space-y-2" data-testid="trial-postings">
          {postings.map((posting) => (
            <li key={posting.apply_url} className="rounded-lg border border-line px-3 py-2">
              <Posting posting={posting} />
            </li>
          ))}
        </ol>
      )}
      {skipped.length > 0 && (
        <details className="text-sm">
          <summary className="rounded-sm font-medium text-accent-ink">
            {words.skipped({ count: source.skipped_count })}
          </summary>
          <ul className="mt-2 space-y-1.5">
            {skipped.map(({ row, reason, detail }) => (
              <li key={`${row} ${reason}`} className="rounded-lg bg-sunken px-3 py-2 break-words">
                <span className="text-muted tabular-nums">{words.row({ row })}:</span>{' '}
                <span className="font-medium">{reasons[reason]()}</span>
                {detail !== '' && <span className="text-muted"> – {detail}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Posting({ posting }: { readonly posting: TrialPosting }) {
  const { formatLocale } = useLanguage();
  const workplaces = useMessages(workplaceMessages);
  const { title, company_name: company, places, workplace, pay, skills, beginning } = posting;
  const facts = [
    ...places.slice(0, 3),
    ...(workplace === null ? [] : [workplaces[workplace]()]),
    ...(pay === null ? [] : [formatPay(pay, formatLocale)]),
    ...skills.slice(0, 5),
  ];
  return (
    <>
      <p className="font-medium break-words">{title}</p>
      <p className="text-sm break-words text-muted">{[company, ...facts].join(' · ')}</p>
      {beginning !== '' && <p className="mt-1 line-clamp-2 text-sm text-muted">{beginning}</p>}
    </>
  );
}

/** What else was tried, and why it is not the source. */
export function OtherAttempts({
  others,
  isAll = false,
}: {
  readonly others: SourceTrial['others'];
  /** There is nothing beside them. */
  readonly isAll?: boolean;
}) {
  const words = useMessages(addSourceMessages);
  const kinds = useMessages(sourceKindMessages);
  if (others.length === 0) return null;
  return (
    <details className="mt-3 text-sm" open={isAll}>
      <summary className="rounded-sm font-medium text-accent-ink">
        {isAll ? words.tried() : words.others()}
      </summary>
      <ul className="mt-2 space-y-1.5">
        {others.map(({ kind, address, detail }) => (
          <li key={`${kind} ${address}`} className="rounded-lg bg-sunken px-3 py-2 break-words">
            <span className="font-medium">
              {kinds[kind]()} · {address}
            </span>
            <span className="text-muted"> – {detail}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
