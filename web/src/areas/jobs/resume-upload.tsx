import type { Resume } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LoaderCircle, Upload } from 'lucide-react';
import { useId } from 'react';
import { client } from '../../client.ts';
import { cn } from '../../lib/cn.ts';
import { describeError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { locale } from '../../lib/locale.ts';
import { instanceQuery } from '../../lib/queries/account.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';

const accepted = '.pdf,.docx,.odt,.txt';

class FileTooLargeError extends Error {}

/** Takes a file by choice or by drop and adds it to the person's résumés. */
export function ResumeUpload({ onUploaded }: { readonly onUploaded: (resume: Resume) => void }) {
  const id = useId();
  const queries = useQueryClient();
  const { data: instance } = useQuery(instanceQuery());
  const limit = instance?.upload_limit_bytes;

  const upload = useMutation({
    mutationFn: (file: File) => {
      if (limit !== undefined && file.size > limit) {
        throw new FileTooLargeError(`A résumé may have ${formatBytes(limit, locale)} at most.`);
      }
      return client.applications.uploadResume({ file });
    },
    onSuccess: (resume) => {
      queries.setQueryData(applicationQueries.resumes().queryKey, (current) => ({
        items: [resume, ...(current?.items ?? [])],
      }));
      onUploaded(resume);
    },
  });
  const take = (file: File | undefined) => file && upload.mutate(file);

  return (
    <div className="space-y-1.5">
      <label
        htmlFor={id}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files[0]);
        }}
        className={cn(
          'flex cursor-pointer items-center justify-center gap-2 rounded-xl border border-dashed border-line-strong px-4 py-5 text-center text-sm text-muted focus-within:outline-2 focus-within:outline-accent hover:border-accent hover:text-ink',
          upload.isPending && 'pointer-events-none opacity-60',
        )}
      >
        {upload.isPending ? (
          <LoaderCircle className="size-4 animate-spin" aria-hidden />
        ) : (
          <Upload className="size-4 shrink-0" aria-hidden />
        )}
        <span>
          {upload.isPending ? 'Uploading…' : 'Upload a new résumé: PDF, DOCX, ODT or text'}
          {limit !== undefined && !upload.isPending && `, up to ${formatBytes(limit, locale)}`}
        </span>
        <input
          id={id}
          type="file"
          accept={accepted}
          className="sr-only"
          disabled={upload.isPending}
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      {upload.isError && (
        <p role="alert" className="text-sm text-danger-ink">
          {uploadFault(upload.error)}
        </p>
      )}
    </div>
  );
}

function uploadFault(error: Error): string {
  if (error instanceof FileTooLargeError) return error.message;
  const { title, detail } = describeError(error);
  return detail ?? title;
}
