import type { Resume } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LoaderCircle, Upload } from 'lucide-react';
import { useId } from 'react';
import { client, RolecallError } from '../../client.ts';
import { cn } from '../../lib/cn.ts';
import { describeError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { instanceQuery } from '../../lib/queries/account.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { resumeUploadMessages } from './resume-upload.messages.ts';

const accepted = '.pdf,.docx,.odt,.txt,.md,.json';

class FileTooLargeError extends Error {}

/** Takes a file by choice or by drop and adds it to the person's résumés. */
export function ResumeUpload({ onUploaded }: { readonly onUploaded: (resume: Resume) => void }) {
  const words = useMessages(resumeUploadMessages);
  const { formatLocale } = useLanguage();
  const id = useId();
  const queries = useQueryClient();
  const { data: instance } = useQuery(instanceQuery());
  const limit = instance?.upload_limit_bytes;
  const size = limit === undefined ? undefined : formatBytes(limit, formatLocale);
  const invitation = size === undefined ? words.upload() : words.upload_limit({ size });

  const upload = useMutation({
    mutationFn: (file: File) => {
      if (limit !== undefined && file.size > limit) {
        throw new FileTooLargeError('the file is above the limit of an upload');
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
        <span>{upload.isPending ? words.uploading() : invitation}</span>
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
          {upload.error instanceof FileTooLargeError
            ? words.too_large({ size: size ?? '' })
            : (refusalWords(upload.error, words) ?? faultWords(upload.error))}
        </p>
      )}
    </div>
  );
}

/** The words for why a file is refused. */
function refusalWords(error: Error, words: ReturnType<typeof resumeUploadMessages>): string | undefined {
  if (!(error instanceof RolecallError) || error.code !== 'resume_refused') return undefined;
  switch (error.details['reason']) {
    case 'encrypted':
      return words.encrypted();
    case 'has_macros':
      return words.has_macros();
    case 'has_scripts':
      return words.has_scripts();
    case 'too_many_pages':
      return words.too_many_pages();
    case 'too_large':
      return words.unpacks_too_large();
    case 'too_slow':
      return words.too_slow();
    default:
      return undefined;
  }
}

function faultWords(error: Error): string {
  const { title, detail } = describeError(error);
  return detail ?? title;
}
