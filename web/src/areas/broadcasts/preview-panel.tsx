import { type BroadcastPreview, broadcastPreviewRequestSchema, type Locale } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { KindIcon } from '../../components/notifications/kind-icon.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import type { BroadcastMessage } from './draft.ts';
import { broadcastMessages } from './messages.ts';
import { broadcastQueries } from './queries.ts';

interface PreviewPanelProps {
  /** Null: there is nothing yet that could be shown. */
  readonly written: BroadcastMessage | null;
  readonly language: Locale;
}

/** The inbox and the mail as a reader of a language sees them. */
export function PreviewPanel({ written, language }: PreviewPanelProps) {
  const words = useMessages(broadcastMessages);
  const request = broadcastPreviewRequestSchema.safeParse({ ...written, locale: language });
  const { data, error, isError, refetch } = useQuery(broadcastQueries.preview(request.data));
  return (
    <Section
      title={words.how_it_looks()}
      description={words.to_reader({ language: localeLabels[language] })}
      action={
        data != null &&
        request.success &&
        data.locale !== language && (
          <Badge tone="info">{words.in_language({ language: localeLabels[data.locale] })}</Badge>
        )
      }
    >
      {!request.success && <p className="text-sm text-muted">{words.with_title()}</p>}
      {request.success && isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {request.success && !isError && data == null && <Skeleton className="h-64 w-full" />}
      {request.success && !isError && data != null && <Preview preview={data} kind={request.data.kind} />}
    </Section>
  );
}

interface PreviewProps {
  readonly preview: BroadcastPreview;
  readonly kind: BroadcastMessage['kind'];
}

const Preview = ({ preview: { locale, inbox, mail }, kind }: PreviewProps) => {
  const words = useMessages(broadcastMessages);
  return (
    <div className="space-y-5">
      <div>
        <h3 className="mb-2 text-sm text-muted">{words.in_inbox()}</h3>
        <div
          lang={locale}
          className="flex gap-3 rounded-xl border border-line bg-surface px-4 py-3.5"
          data-testid="inbox-preview"
        >
          <KindIcon kind={kind} />
          <div className="min-w-0 flex-1">
            <p className="text-sm leading-snug font-semibold break-words">{inbox.title}</p>
            <p className="mt-0.5 text-sm leading-snug break-words text-muted">{inbox.message}</p>
            {inbox.actions.map(({ id, label }) => (
              <p key={id} className="mt-2 text-sm font-medium break-words text-accent-ink">
                {label}
              </p>
            ))}
          </div>
        </div>
      </div>
      <div>
        <h3 className="mb-2 text-sm text-muted">{words.as_mail()}</h3>
        <div className="overflow-hidden rounded-xl border border-line">
          <p lang={locale} className="border-b border-line px-4 py-2.5 text-sm font-semibold break-words">
            {mail.subject}
          </p>
          <iframe
            title={words.the_mail()}
            // Nothing of it runs, and its links lead nowhere from here.
            sandbox=""
            srcDoc={mail.html}
            className="h-96 w-full bg-white"
            data-testid="mail-preview"
          />
        </div>
      </div>
    </div>
  );
};
