import type { Resume } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { Badge } from '../ui/badge.tsx';
import { resumeSummaryMessages } from './resume-summary.messages.ts';

/** Summary, skills and text of a résumé beside its file; nothing where it could not be read. */
export function ResumeSummary({ resume }: { readonly resume: Resume }) {
  const words = useMessages(resumeSummaryMessages);
  const { data } = useQuery(applicationQueries.resumeSummary(resume.id));
  if (data === undefined || data.text === '') return null;
  return (
    <div className="space-y-3 text-sm">
      {data.summary !== '' && <p className="leading-relaxed wrap-anywhere">{data.summary}</p>}
      {data.skills.length > 0 && (
        <ul aria-label={words.skills()} className="flex flex-wrap gap-1.5">
          {data.skills.map((skill) => (
            <li key={skill}>
              <Badge className="whitespace-normal">{skill}</Badge>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="cursor-pointer text-accent-ink underline underline-offset-2">
          {words.text()}
        </summary>
        <p className="mt-2 rounded-xl bg-sunken p-4 leading-relaxed wrap-anywhere whitespace-pre-wrap">
          {data.text}
        </p>
      </details>
    </div>
  );
}
