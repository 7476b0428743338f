import type { FoundBy, JobHit } from '@rolecall/contract';
import { useMessages } from '../../lib/language.tsx';
import { searchMessages } from './search.messages.ts';

const mostReasons = 4;

/** Why a job is in the list: what of the search stands where, and how far it is. */
export function FoundByLine({ job }: { readonly job: JobHit }) {
  const say = useMessages(searchMessages);
  const fields = {
    title: say.in_title(),
    company: say.in_company(),
    skills: say.in_skills(),
    text: say.in_text(),
  } as const;
  const told = (reason: FoundBy): string => {
    const values = {
      found: reason.found,
      asked: reason.asked,
      fields: reason.fields.map((field) => fields[field]).join(', '),
    };
    if (reason.match === 'typo') return say.found_typo(values);
    if (reason.match === 'synonym') return say.found_synonym(values);
    return reason.match === 'word' ? say.found_word(values) : say.found_form(values);
  };
  const facts = [
    ...(job.distance_km === null ? [] : [say.kilometres({ km: String(job.distance_km) })]),
    ...job.found_by.slice(0, mostReasons).map(told),
  ];
  if (facts.length === 0) return null;
  return (
    <p className="mt-2.5 text-xs text-muted" data-testid="found-by">
      <span className="sr-only">{say.why()}: </span>
      {facts.join(' · ')}
    </p>
  );
}
