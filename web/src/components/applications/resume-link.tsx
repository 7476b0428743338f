import type { Resume } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../ui/button.tsx';

/** Downloads the file of a résumé. */
export function ResumeLink({ resume }: { readonly resume: Resume }) {
  const { formatLocale } = useLanguage();
  const download = useMutation({
    mutationFn: () => client.applications.downloadResume({ params: { resume_id: resume.id } }),
    onSuccess: (file) => saveFile({ ...file, fileName: resume.file_name }),
    onError: toastError,
  });
  return (
    <Button busy={download.isPending} onClick={() => download.mutate()} className="max-w-full">
      <Download aria-hidden />
      <span className="truncate">{resume.file_name}</span>
      <span className="text-muted">{formatBytes(resume.size, formatLocale)}</span>
    </Button>
  );
}
