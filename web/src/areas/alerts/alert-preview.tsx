import type { AlertConditions } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../lib/language.tsx';
import { alertQueries } from '../../lib/queries/alerts.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { alertMessages } from './messages.ts';

/** What an alert would have told in the last seven days, as far as the person has typed. */
export function AlertPreview({ conditions }: { readonly conditions: AlertConditions }) {
  const say = useMessages(alertMessages);
  const { data, isPlaceholderData } = useQuery(alertQueries.preview(useSettled(conditions)));
  return (
    <section aria-label={say.preview()} className="rounded-xl bg-sunken p-4">
      <h3 className="text-sm font-semibold">{say.preview()}</h3>
      <p role="status" className="mt-1 min-h-5 text-sm text-muted" aria-busy={isPlaceholderData}>
        {data !== undefined &&
          (data.at_least
            ? say.preview_least({ count: data.total })
            : say.preview_count({ count: data.total }))}
      </p>
      {data !== undefined && data.items.length > 0 && (
        <ul className="mt-2 space-y-1 text-sm">
          {data.items.slice(0, 5).map((job) => (
            <li key={job.id} className="break-words">
              {job.title} <span className="text-muted">· {job.company.name}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
