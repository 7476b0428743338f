import type { TemplateDetail, TemplateSlot, TemplateVersion } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Badge, type Tone } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { diffLines } from './line-diff.ts';
import { templateMessages } from './messages.ts';
import { templateQueries } from './queries.ts';
import { templateFields, valuesOf } from './template-fields.ts';

const tones: Readonly<Record<TemplateVersion['status'], Tone>> = {
  draft: 'warn',
  published: 'accent',
  retired: 'neutral',
};

interface Props {
  readonly slot: TemplateSlot;
  readonly template: TemplateDetail;
}

/** What this text has said, what has changed, and the way back. */
export function TemplateVersions({ slot, template }: Props) {
  const words = useMessages(templateMessages);
  const queries = useQueryClient();
  const [compared, setCompared] = useState<number>();
  const [asking, setAsking] = useState<number | 'shipped'>();
  const goBack = useMutation({
    mutationFn: async (to: number | 'shipped') => {
      if (to === 'shipped') await client.templates.withdraw({ params: slot });
      else await client.templates.restore({ params: { ...slot, version: to } });
    },
    onSuccess: async (_, to) => {
      setAsking(undefined);
      toast.success(to === 'shipped' ? words.read_shipped() : words.in_force_again({ version: to }));
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
    onError: toastError,
  });
  const { versions, published } = template;
  return (
    <Section
      title={words.history()}
      action={
        published !== null && (
          <Button size="small" onClick={() => setAsking('shipped')}>
            {words.use_shipped()}
          </Button>
        )
      }
    >
      {versions.length === 0 ? (
        <p className="text-sm text-muted">{words.never_changed()}</p>
      ) : (
        <ul className="divide-y divide-line">
          {versions.map((version) => (
            <li key={version.version} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
              <span className="font-medium">{words.version({ version: version.version })}</span>
              <Badge tone={tones[version.status]}>{words[`status_${version.status}`]()}</Badge>
              <span className="min-w-0 flex-1 basis-48 break-words text-muted">
                <DateTime value={version.updated_at} />
                {version.created_by !== null && ` · ${version.created_by}`}
                {version.note !== '' && ` · ${version.note}`}
              </span>
              <Button size="small" onClick={() => setCompared(version.version)}>
                {words.compare()}
              </Button>
              {version.status === words.status_retired() && (
                <Button size="small" onClick={() => setAsking(version.version)}>
                  {words.go_back()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {compared !== undefined && (
        <Dialog
          open
          wide
          onOpenChange={() => setCompared(undefined)}
          title={words.version({ version: compared })}
          description={
            published === null
              ? words.against_shipped()
              : words.against_version({ version: published.version })
          }
        >
          <Comparison slot={slot} template={template} version={compared} />
        </Dialog>
      )}
      <Confirm
        open={asking !== undefined}
        onOpenChange={() => setAsking(undefined)}
        title={
          asking === 'shipped' ? words.use_shipped_title() : words.go_back_title({ version: asking ?? 0 })
        }
        description={words.go_back_why()}
        action={asking === 'shipped' ? words.use_shipped() : words.go_back_action()}
        busy={goBack.isPending}
        onConfirm={() => asking !== undefined && goBack.mutate(asking)}
      />
    </Section>
  );
}

const marks = { same: ' ', added: '+', removed: '−' } as const;

function Comparison({ slot, template, version }: Props & { readonly version: number }) {
  const words = useMessages(templateMessages);
  const query = useQuery(templateQueries.version(slot, version));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.data === undefined) return <Skeleton className="h-40" />;
  const before = valuesOf(template.published?.content ?? template.shipped);
  const after = valuesOf(query.data.content);
  return (
    <div className="space-y-4">
      {templateFields[slot.channel].map(({ name }) => (
        <section key={name} aria-label={words[`field_${name}`]()}>
          <h3 className="mb-1 text-sm font-medium">{words[`field_${name}`]()}</h3>
          <pre className="rounded-lg bg-sunken p-2 text-xs leading-5 break-words whitespace-pre-wrap">
            {diffLines(before[name] ?? '', after[name] ?? '').map(({ change, text }, place) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
                key={place}
                className={cn(
                  'block px-1',
                  change === 'added' && 'bg-accent-soft text-accent-ink',
                  change === 'removed' && 'bg-danger-soft text-danger-ink',
                )}
              >
                {`${marks[change]} ${text}`}
              </span>
            ))}
          </pre>
        </section>
      ))}
    </div>
  );
}
