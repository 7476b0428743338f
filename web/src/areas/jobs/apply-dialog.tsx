import { zodResolver } from '@hookform/resolvers/zod';
import { applySchema, type Job } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { DraftNotice } from '../../components/draft-notice.tsx';
import { FormFault } from '../../components/form-fault.tsx';
import { UnverifiedWarning } from '../../components/jobs/company-trust.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Select, Textarea } from '../../components/ui/field.tsx';
import { showFormError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { moments } from '../../lib/moments.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useFormDraft } from '../../lib/use-draft.ts';
import { ResumeUpload } from './resume-upload.tsx';

interface ApplyDialogProps {
  readonly job: Job;
  readonly onClose: () => void;
}

export function ApplyDialog({ job, onClose }: ApplyDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: resumes } = useQuery(applicationQueries.resumes());
  const form = useForm({ resolver: zodResolver(applySchema), defaultValues: { note: '' } });
  const draft = useFormDraft(form, `apply:${job.id}`);
  const { errors } = form.formState;
  const chosen = form.watch('resume_id');

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
      toast.success('Your application is on its way', {
        description: `${job.company.name} has been told.`,
        action: {
          label: 'See it',
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
      title={`Apply: ${job.title}`}
      description={job.company.name}
    >
      <UnverifiedWarning company={job.company} />
      <form onSubmit={form.handleSubmit((values) => apply.mutate(values))} className="space-y-5" noValidate>
        <DraftNotice draft={draft} />
        <FormFault fault={errors.root?.['server']} />
        <Field
          label="Note to the company"
          optional
          error={errors.note?.message}
          hint="A few sentences on why you and this job fit are worth more than a long letter."
        >
          {(attributes) => <Textarea {...attributes} rows={6} maxLength={5_000} {...form.register('note')} />}
        </Field>
        <Field label="Résumé" optional error={errors.resume_id?.message}>
          {(attributes) => (
            <Select
              {...attributes}
              value={chosen ?? ''}
              onChange={({ target }) => form.setValue('resume_id', target.value || undefined)}
            >
              <option value="">Without a résumé</option>
              {resumes?.items.map((resume) => (
                <option key={resume.id} value={resume.id}>
                  {resume.file_name} ({formatBytes(resume.size, locale)})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ResumeUpload onUploaded={({ id }) => form.setValue('resume_id', id)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={apply.isPending}>
            Send application
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
