import type { Locale, TemplateSample, TemplateSlot } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PenLine, Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { cn } from '../../lib/cn.ts';
import { toastError } from '../../lib/errors.ts';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import type { FrameWidth } from './gallery-search.ts';
import { MailFrame } from './mail-frame.tsx';
import { templateMessages } from './messages.ts';
import { templateQueries } from './queries.ts';

/** One mail of the gallery. It is made when it comes near the screen: there can be hundreds. */
export function GalleryTile({
  sample,
  locale,
  width,
  dark,
}: {
  readonly sample: TemplateSample;
  readonly locale: Locale;
  readonly width: FrameWidth;
  readonly dark: boolean;
}) {
  const words = useMessages(templateMessages);
  const kinds = useMessages(kindMessages);
  const [place, isNear] = useNear<HTMLDivElement>();
  const slot: TemplateSlot = { kind: sample.kind, channel: 'email', locale };
  const mail = useQuery({ ...templateQueries.mail(slot, sample), enabled: isNear });
  const send = useMutation({
    mutationFn: () =>
      client.templates.sendTest({ params: slot, body: { payload: sample.payload, reader: sample.reader } }),
    onSuccess: ({ sent_to }) => toast.success(words.sent_to({ address: sent_to })),
    onError: toastError,
  });
  const kind = kinds[sample.kind]();
  const name = words.tile({ kind, sample: sample.name, language: localeLabels[locale] });
  return (
    <Card className="p-3.5">
      <div ref={place} className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-base font-medium">{kind}</h2>
          <p className="text-sm text-muted">
            {sample.name} · {localeLabels[locale]}
          </p>
        </div>
        <div className="flex gap-2">
          <Button
            size="small"
            busy={send.isPending}
            aria-label={words.send_named({ name })}
            onClick={() => send.mutate()}
          >
            <Send aria-hidden />
            {words.send()}
          </Button>
          <Link
            to="/operator/templates/$kind/$channel/$locale"
            params={slot}
            aria-label={words.edit_named({ name })}
            className="inline-flex min-h-9 items-center gap-1.5 text-sm text-accent-ink"
          >
            <PenLine className="size-4" aria-hidden />
            {words.edit()}
          </Link>
        </div>
      </div>
      {mail.data === undefined ? (
        mail.isError ? (
          <ErrorState error={mail.error} onRetry={() => mail.refetch()} />
        ) : (
          <Skeleton className={cn('h-[34rem]', !isNear && 'animate-none')} />
        )
      ) : (
        <MailFrame mail={mail.data} title={name} dark={dark} width={width} />
      )}
    </Card>
  );
}

/** Whether an element has come near the screen so far. */
function useNear<Element extends HTMLElement>() {
  const place = useRef<Element>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, isNear] as const;
}
