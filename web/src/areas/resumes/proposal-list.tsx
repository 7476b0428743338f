import { type AcceptanceInput, acceptableFields, type ResumeReading } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import { client } from '../../client.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { resumeMessages } from './messages.ts';

interface ProposalListProps {
  readonly resumeId: string;
  readonly reading: ResumeReading;
}

/** Values for the profile, field by field, and what was taken of them. */
export function ProposalList({ resumeId, reading }: ProposalListProps) {
  const words = useMessages(resumeMessages);
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['resumes', 'reading'] });
    await queries.invalidateQueries({ queryKey: ['profile'] });
  };
  const accept = useMutation({
    mutationFn: (body: AcceptanceInput) =>
      client.applications.acceptFromResume({ params: { resume_id: resumeId }, body }),
    onSuccess: refresh,
    onError: toastError,
  });
  const takeBack = useMutation({
    mutationFn: (acceptance_id: string) =>
      client.applications.takeBackFromResume({ params: { acceptance_id } }),
    onSuccess: refresh,
    onError: toastError,
  });
  const isBusy = accept.isPending || takeBack.isPending;
  const { proposals, acceptances } = reading;
  return (
    <div className="space-y-5">
      {proposals.length === 0 && <p className="text-muted">{words.nothing_proposed()}</p>}
      {acceptableFields.map((field) => {
        const own = proposals.filter((proposal) => proposal.field === field);
        const open = own.filter((proposal) => !proposal.is_present);
        if (own.length === 0) return null;
        return (
          <section key={field} aria-label={words[`field_${field}`]()}>
            <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">{words[`field_${field}`]()}</h3>
              {open.length > 1 && (
                <Button
                  size="small"
                  disabled={isBusy}
                  onClick={() => accept.mutate({ field, values: open.map(({ value }) => value) })}
                >
                  {words.accept_all({ count: open.length })}
                </Button>
              )}
            </div>
            <ul className="space-y-1.5">
              {own.map(({ value, is_present: isPresent }) => (
                <li key={value} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                  <span className="min-w-0 flex-1 text-sm wrap-anywhere">{value}</span>
                  {isPresent ? (
                    <Badge tone="accent">
                      <Check aria-hidden />
                      {words.present()}
                    </Badge>
                  ) : (
                    <Button
                      size="small"
                      variant="ghost"
                      disabled={isBusy}
                      aria-label={words.accept_value({ value: value.slice(0, 80) })}
                      onClick={() => accept.mutate({ field, values: [value] })}
                    >
                      {words.accept()}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {acceptances.length > 0 && (
        <section aria-label={words.taken()} className="border-t border-line pt-4">
          <h3 className="mb-2 font-semibold">{words.taken()}</h3>
          <ul className="space-y-1.5">
            {acceptances.map(({ id, field, values }) => (
              <li key={id} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 text-sm">
                <span className="min-w-0 flex-1 wrap-anywhere">
                  <span className="text-muted">{words[`field_${field}`]()}: </span>
                  <span className="line-clamp-2">{values.join(', ')}</span>
                </span>
                <Button
                  size="small"
                  variant="ghost"
                  disabled={isBusy}
                  aria-label={words.undo_value({ values: values.map((value) => value.slice(0, 80)) })}
                  onClick={() => takeBack.mutate(id)}
                >
                  <Undo2 aria-hidden />
                  {words.undo()}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
