import type { TemplatePreview } from '@rolecall/contract';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Skeleton } from '../../components/ui/feedback.tsx';
import { useMessages } from '../../lib/language.tsx';
import { MailFrame } from './mail-frame.tsx';
import { templateMessages } from './messages.ts';

/** What readers would see: the row of the inbox, and the mail as wide and as dark as is chosen. */
export function TemplatePreviewPanel({
  preview,
  loading,
}: {
  readonly preview: TemplatePreview | undefined;
  readonly loading: boolean;
}) {
  const words = useMessages(templateMessages);
  const [dark, setDark] = useState(false);
  const [phone, setPhone] = useState(false);
  return (
    <Section
      title={words.preview()}
      description={loading ? words.being_made() : words.with_samples()}
      action={
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="small" aria-pressed={dark} onClick={() => setDark(!dark)}>
            {dark ? words.light() : words.dark()}
          </Button>
          <Button size="small" aria-pressed={phone} onClick={() => setPhone(!phone)}>
            {phone ? words.full_width() : words.phone()}
          </Button>
        </div>
      }
    >
      {preview === undefined ? (
        <Skeleton className="h-96" />
      ) : (
        <div className="space-y-5">
          {preview.problems.length > 0 && (
            <p role="status" className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn-ink">
              {words.has_faults()}
            </p>
          )}
          <InboxRow preview={preview.inbox} />
          <MailFrame
            mail={preview.mail}
            title={words.sample_mail()}
            dark={dark}
            width={phone ? 'phone' : undefined}
          />
        </div>
      )}
    </Section>
  );
}

const InboxRow = ({ preview }: { readonly preview: TemplatePreview['inbox'] }) => (
  <div className="flex gap-3 rounded-xl border border-line p-4" data-testid="inbox-preview">
    <img src={preview.image} alt="" className="size-10 shrink-0" />
    <div className="min-w-0 space-y-1">
      <p className="font-medium break-words">{preview.title}</p>
      <p className="text-sm break-words whitespace-pre-line text-muted">{preview.message}</p>
      <p className="flex flex-wrap gap-1.5 pt-1">
        {preview.actions.map((label) => (
          <Badge key={label} tone="accent">
            {label}
          </Badge>
        ))}
      </p>
    </div>
  </div>
);
