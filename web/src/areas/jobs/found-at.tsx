import { type Job, sourceAttributions } from '@rolecall/contract';
import { useMessages } from '../../lib/language.tsx';
import { jobMessages } from './job.messages.ts';

/** Where a job was found, with the link that the terms of its source ask for. */
export function FoundAt({ source }: { readonly source: NonNullable<Job['source']> }) {
  const words = useMessages(jobMessages);
  const attribution = sourceAttributions.get(source.kind);
  return (
    <p className="mt-8 text-xs text-muted">
      {words.found_at({ source: source.name })}
      {attribution !== undefined && (
        <>
          {' '}
          <a
            className="text-accent-ink underline"
            href={attribution.url}
            target="_blank"
            rel="noopener"
            lang="en"
          >
            {attribution.text}
          </a>
        </>
      )}
    </p>
  );
}
