import { type Job, sourceAttributions } from '@rolecall/contract';

/** Where a job was found, with the link that the terms of its source ask for. */
export function FoundAt({ source }: { readonly source: NonNullable<Job['source']> }) {
  const attribution = sourceAttributions.get(source.kind);
  return (
    <p className="mt-8 text-xs text-muted">
      Found at {source.name}.
      {attribution !== undefined && (
        <>
          {' '}
          <a className="text-accent-ink underline" href={attribution.url} target="_blank" rel="noopener">
            {attribution.text}
          </a>
        </>
      )}
    </p>
  );
}
