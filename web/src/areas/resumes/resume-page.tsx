import type { Resume } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FileText, Trash2 } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { ResumeUpload } from '../../components/applications/resume-upload.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { cn } from '../../lib/cn.ts';
import { toastError } from '../../lib/errors.ts';
import { formatBytes } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { resumeMessages } from './messages.ts';
import { ReadingView } from './reading-view.tsx';

const route = getRouteApi('/resume');

export function ResumePage() {
  const words = useMessages(resumeMessages);
  const { id } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, isError, refetch } = useQuery(applicationQueries.resumes());
  const items = data?.items ?? [];
  const shown =
    items.find((resume) => resume.id === id) ?? items.find((resume) => resume.is_default) ?? items[0];
  const show = (resume: Resume) => void navigate({ to: '/resume', search: { id: resume.id } });
  return (
    <Page title={words.title()} description={words.about()}>
      <div className="space-y-6">
        <Section title={words.yours()}>
          {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
          {data === undefined && !isError && <Skeleton className="h-24 w-full rounded-2xl" />}
          {data !== undefined && items.length === 0 && (
            <EmptyState icon={FileText} title={words.none()}>
              {words.none_why()}
            </EmptyState>
          )}
          {items.length > 0 && (
            <ul className="mb-4 divide-y divide-line">
              {items.map((resume) => (
                <ResumeRow
                  key={resume.id}
                  resume={resume}
                  isShown={resume.id === shown?.id}
                  onShow={() => show(resume)}
                />
              ))}
            </ul>
          )}
          <ResumeUpload onUploaded={show} />
        </Section>
        {shown !== undefined && <ReadingView key={shown.id} resumeId={shown.id} />}
      </div>
    </Page>
  );
}

interface ResumeRowProps {
  readonly resume: Resume;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function ResumeRow({ resume, isShown, onShow }: ResumeRowProps) {
  const words = useMessages(resumeMessages);
  const { formatLocale } = useLanguage();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['resumes'] });
  const params = { resume_id: resume.id };
  const choose = useMutation({
    mutationFn: () => client.applications.chooseDefaultResume({ params }),
    onSuccess: refresh,
    onError: toastError,
  });
  const remove = useMutation({
    mutationFn: () => client.applications.removeResume({ params }),
    onSuccess: async () => {
      await refresh();
      toast.success(words.removed());
    },
    onError: toastError,
  });
  return (
    <li className={cn('flex flex-wrap items-center gap-x-3 gap-y-2 py-3', isShown && 'font-medium')}>
      <div className="min-w-48 flex-1">
        <p className="wrap-anywhere">{resume.file_name}</p>
        <p className="flex flex-wrap items-center gap-2 text-sm font-normal text-muted">
          {formatBytes(resume.size, formatLocale)}
          {resume.is_default && <Badge tone="accent">{words.default_one()}</Badge>}
          {resume.unread !== null && <Badge tone="warn">{words.unread()}</Badge>}
        </p>
      </div>
      {!resume.is_default && (
        <Button size="small" variant="ghost" busy={choose.isPending} onClick={() => choose.mutate()}>
          {words.make_default()}
        </Button>
      )}
      <Button size="small" aria-pressed={isShown} onClick={onShow}>
        {words.show()}
      </Button>
      <Button
        size="smallIcon"
        variant="quietDanger"
        aria-label={words.remove()}
        busy={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <Trash2 aria-hidden />
      </Button>
    </li>
  );
}
