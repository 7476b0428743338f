import type { JsonResume, ResumeFinding, ResumeReading } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { client } from '../../client.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { resumeMessages } from './messages.ts';
import { ProposalList } from './proposal-list.tsx';
import { resumeQueries } from './queries.ts';

/** The text of a résumé beside what it proposes, and what could be better. */
export function ReadingView({ resumeId }: { readonly resumeId: string }) {
  const words = useMessages(resumeMessages);
  const { data, error, isError, refetch } = useQuery(resumeQueries.reading(resumeId));
  if (data === undefined) {
    return isError ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-96 w-full rounded-2xl" />
    );
  }
  if (data.fields === null) {
    return (
      <Section title={words.unread()}>
        <p className="max-w-prose">
          {data.resume.unread === 'no_text' ? words.unread_no_text() : words.unread_damaged()}
        </p>
      </Section>
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="space-y-6">
        <Section title={words.proposals()} description={words.proposals_about()}>
          <ProposalList resumeId={resumeId} reading={data} />
        </Section>
        <Section title={words.findings()}>
          <Findings findings={data.findings} />
        </Section>
        <Section title={words.more()} action={<ExportButtons reading={data} />}>
          <ReadFields fields={data.fields} />
        </Section>
      </div>
      <Section title={words.seen()} description={words.seen_about()}>
        <section
          aria-label={words.seen()}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
          className="max-h-[70vh] overflow-y-auto rounded-xl bg-sunken p-4 text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap"
        >
          {data.text}
        </section>
      </Section>
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly ResumeFinding[] }) {
  const words = useMessages(resumeMessages);
  if (findings.length === 0) return <p className="text-muted">{words.no_findings()}</p>;
  return (
    <ul className="space-y-3">
      {findings.map(({ rule, severity, evidence }) => (
        <li key={rule} className="text-sm">
          <Badge tone={severity === 'problem' ? 'danger' : 'info'} className="me-2">
            {severity === 'problem' ? words.problem() : words.advice()}
          </Badge>
          {words[rule]()}
          {evidence.length > 0 && listed.has(rule) && (
            <ul className="mt-1 list-disc ps-6 text-muted">
              {evidence.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Rules whose words end where their evidence begins. */
const listed: ReadonlySet<ResumeFinding['rule']> = new Set([
  'undated_work',
  'gap_in_dates',
  'no_results',
  'contact_in_header',
]);

function ExportButtons({ reading }: { readonly reading: ResumeReading }) {
  const words = useMessages(resumeMessages);
  const save = useMutation({
    mutationFn: (format: 'json' | 'docx') =>
      client.applications.exportResume({ params: { resume_id: reading.resume.id, format } }),
    onSuccess: saveFile,
    onError: toastError,
  });
  return (
    <fieldset className="flex flex-wrap justify-end gap-2">
      <legend className="sr-only">{words.export_as()}</legend>
      <Button size="small" busy={save.isPending} onClick={() => save.mutate('docx')}>
        <Download aria-hidden />
        {words.download_docx()}
      </Button>
      <Button size="small" busy={save.isPending} onClick={() => save.mutate('json')}>
        <Download aria-hidden />
        {words.download_json()}
      </Button>
    </fieldset>
  );
}

function ReadFields({ fields }: { readonly fields: JsonResume }) {
  const words = useMessages(resumeMessages);
  const { basics, work, education, languages } = fields;
  const contact = [basics.name, basics.email, basics.phone, basics.location?.city].filter(
    (one) => one !== undefined,
  );
  const span = (start: string | undefined, end: string | undefined): string => {
    if (start === undefined) return end ?? '';
    return end === undefined ? words.until_now({ start }) : words.span({ start, end });
  };
  return (
    <div className="space-y-4 text-sm">
      <p className="wrap-anywhere">{contact.join(' · ')}</p>
      <EntryList
        title={words.work()}
        entries={work.map(({ position, name, startDate, endDate }) => ({
          what: [position, name].filter((one) => one !== undefined).join(', '),
          when: span(startDate, endDate),
        }))}
      />
      <EntryList
        title={words.education()}
        entries={education.map(({ institution, studyType, area, startDate, endDate }) => ({
          what: [studyType, area, institution].filter((one) => one !== undefined).join(', '),
          when: span(startDate, endDate),
        }))}
      />
      <EntryList
        title={words.languages()}
        entries={languages.map(({ language, fluency }) => ({ what: language, when: fluency ?? '' }))}
      />
    </div>
  );
}

interface EntryListProps {
  readonly title: string;
  readonly entries: readonly { readonly what: string; readonly when: string }[];
}

function EntryList({ title, entries }: EntryListProps) {
  if (entries.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 space-y-1">
        {entries.map(({ what, when }) => (
          <li key={`${what} ${when}`} className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 wrap-anywhere">{what}</span>
            <span className="text-muted">{when}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
