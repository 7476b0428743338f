import { zodResolver } from '@hookform/resolvers/zod';
import { applySchema, type Job } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { ResumeUpload } from '../../components/applications/resume-upload.tsx';
import { DraftNotice } from '../../components/draft-notice.tsx';
import { FormFault } from '../../components/form-fault.tsx';
import { UnverifiedWarning } from '../../components/jobs/company-trust.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { moments } from '../../lib/moments.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useFormDraft } from '../../lib/use-draft.ts';
import { applyMessages } from './apply.messages.ts';

interface ApplyDialogProps {
  readonly job: Job;
  readonly onClose: () => void;
}

export function ApplyDialog({ job, onClose }: ApplyDialogProps) {
  const words = useMessages(applyMessages);
  const { formatLocale } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: resumes } = useQuery(applicationQueries.resumes());
  const form = useForm({ resolver: zodResolver(applySchema), defaultValues: { note: '' } });
  const draft = useFormDraft(form, `apply:${job.id}`);
  const [hasChosen, setHasChosen] = useState(false);
  const choose = (id: string | undefined) => {
    setHasChosen(true);
    form.setValue('resume_id', id);
  };
  const { errors } = form.formState;
  const preferred = resumes?.items.find((resume) => resume.is_default)?.id;
  const stated = form.watch('resume_id');
  // Nothing said yet: the default goes along. Whoever wants none says so.
  const chosen = hasChosen ? stated : preferred;

  const apply = useMutation({
    mutationFn: (body: { note: string; resume_id?: string | undefined }) =>
      client.applications.apply({ params: { job_id: job.id }, body }),
    onSuccess: async (application) => {
      draft.forget();
      queries.setQueryData(applicationQueries.one(application.id).queryKey, application);
      queries.setQueryData(
        jobQueries.one(job.id).queryKey,
        (current) => current && { ...current, application_id: application.id },
      );
      await queries.invalidateQueries({ queryKey: ['applications', 'own'] });
      onClose();
      moments.happened('applied');
      toast.success(words.sent(), {
        description: words.told({ company: job.company.name }),
        action: {
          label: words.see(),
          onClick: () =>
            void navigate({ to: '/applications/$applicationId', params: { applicationId: application.id } }),
        },
      });
    },
    onError: (error) => showFormError(form, error),
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title({ job: job.title })}
      description={job.company.name}
    >
      <UnverifiedWarning company={job.company} />
      <form
        onSubmit={form.handleSubmit(({ note }) => apply.mutate({ note, resume_id: chosen }))}
        className="space-y-5"
        noValidate
      >
        <DraftNotice draft={draft} />
        <FormFault fault={errors.root?.['server']} />
        <Field label={words.note()} optional error={errors.note?.message} hint={words.note_hint()}>
          {(attributes) => <Textarea {...attributes} rows={6} maxLength={5_000} {...form.register('note')} />}
        </Field>
        <Field label={words.resume()} optional error={errors.resume_id?.message}>
          {(attributes) => (
            <Select
              {...attributes}
              value={chosen ?? ''}
              onChange={({ target }) => choose(target.value || undefined)}
            >
              <option value="">{words.no_resume()}</option>
              {resumes?.items.map((resume) => (
                <option key={resume.id} value={resume.id}>
                  {words.resume_size({
                    file: resume.file_name,
                    size: formatBytes(resume.size, formatLocale),
                  })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ResumeUpload onUploaded={({ id }) => choose(id)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={apply.isPending}>
            {words.send()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
