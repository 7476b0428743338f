import type { TemplateDetail, TemplateProblem, TemplateSlot } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { Field, Input, Textarea } from '../../components/ui/field.tsx';
import { describeError, toastError } from '../../lib/errors.ts';
import { contentOf, type TemplateValues, templateFields, valuesOf } from './template-fields.ts';
import { TemplatePreviewPanel } from './template-preview.tsx';
import { TemplateVariables } from './template-variables.tsx';

/** After the last key, in milliseconds. */
const previewDelay = 400;

export function TemplateEditor({
  slot,
  template,
}: {
  readonly slot: TemplateSlot;
  readonly template: TemplateDetail;
}) {
  const { draft, published, shipped } = template;
  const seed = valuesOf((draft ?? published)?.content ?? shipped);
  const [values, setValues] = useState<TemplateValues>(seed);
  const [note, setNote] = useState(draft?.note ?? '');
  const [asking, setAsking] = useState<'publish' | 'discard'>();
  const settled = useSettled(values, previewDelay);
  const content = contentOf(slot.channel, values);
  const actions = useTemplateActions(slot, () => setAsking(undefined));
  const preview = useQuery({
    queryKey: ['templates', 'preview', slot.kind, slot.channel, slot.locale, settled],
    queryFn: () =>
      client.templates.preview({ params: slot, body: { content: contentOf(slot.channel, settled) } }),
    placeholderData: (previous) => previous,
    retry: false,
  });
  const changed = JSON.stringify(values) !== JSON.stringify(seed);
  const problems = preview.data?.problems ?? [];
  const save = () => actions.save.mutate({ content, note, revision: draft?.revision ?? null });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <Section title={draft === null ? 'Your words' : `Draft, version ${draft.version}`}>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {templateFields[slot.channel].map(({ name, label, rows, hint }) => (
            <Field key={name} label={label} hint={hint} error={errorOf(problems, name)}>
              {(attributes) =>
                rows === 1 ? (
                  <Input
                    {...attributes}
                    className="font-mono"
                    value={values[name] ?? ''}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                ) : (
                  <Textarea
                    {...attributes}
                    rows={rows}
                    spellCheck={false}
                    className="font-mono text-xs! leading-5"
                    value={values[name] ?? ''}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                )
              }
            </Field>
          ))}
          <Field label="Note" optional hint="Why it was changed, for the history.">
            {(attributes) => (
              <Input
                {...attributes}
                maxLength={200}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          {preview.isError && (
            <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger-ink">
              {describeError(preview.error).title}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={actions.save.isPending} disabled={!changed}>
              Save draft
            </Button>
            <Button
              disabled={draft === null || changed || problems.length > 0}
              onClick={() => setAsking('publish')}
            >
              Publish
            </Button>
            {slot.channel === 'email' && (
              <Button
                busy={actions.sendTest.isPending}
                disabled={problems.length > 0}
                onClick={() => actions.sendTest.mutate(content)}
              >
                Send to me
              </Button>
            )}
            <Button variant="ghost" onClick={() => setValues(valuesOf(shipped))}>
              Start from the shipped text
            </Button>
            {draft !== null && (
              <Button variant="ghost" onClick={() => setAsking('discard')}>
                Discard draft
              </Button>
            )}
          </div>
        </form>
        <TemplateVariables template={template} />
      </Section>
      <TemplatePreviewPanel preview={preview.data} loading={preview.isFetching} />
      <Confirm
        open={asking === 'publish'}
        onOpenChange={() => setAsking(undefined)}
        title="Publish this text?"
        description="Everybody who reads this language reads it from now on, in new and in old notifications. You can go back to any version."
        action="Publish"
        busy={actions.publish.isPending}
        onConfirm={() => draft !== null && actions.publish.mutate(draft.revision)}
      />
      <Confirm
        open={asking === 'discard'}
        onOpenChange={() => setAsking(undefined)}
        title="Discard the draft?"
        description="What it says is gone. What people read does not change."
        action="Discard"
        busy={actions.discard.isPending}
        onConfirm={() => actions.discard.mutate()}
      />
    </div>
  );
}

function useTemplateActions(slot: TemplateSlot, close: () => void) {
  const queries = useQueryClient();
  const done = async (text: string) => {
    close();
    toast.success(text);
    await queries.invalidateQueries({ queryKey: ['templates'] });
  };
  type Draft = Parameters<typeof client.templates.saveDraft>[0]['body'];
  return {
    save: useMutation({
      mutationFn: (body: Draft) => client.templates.saveDraft({ params: slot, body }),
      onSuccess: () => done('Draft saved'),
      onError: toastError,
    }),
    publish: useMutation({
      mutationFn: (revision: number) => client.templates.publish({ params: slot, body: { revision } }),
      onSuccess: ({ version }) => done(`Version ${version} is published`),
      onError: toastError,
    }),
    discard: useMutation({
      mutationFn: () => client.templates.discardDraft({ params: slot }),
      onSuccess: () => done('Draft discarded'),
      onError: toastError,
    }),
    sendTest: useMutation({
      mutationFn: (content: Draft['content']) =>
        client.templates.sendTest({ params: slot, body: { content } }),
      onSuccess: ({ sent_to }) => toast.success(`Sent to ${sent_to}`),
      onError: toastError,
    }),
  };
}

/** A value once it has not changed for a while. */
function useSettled<Value>(value: Value, delay: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

function errorOf(problems: readonly TemplateProblem[], field: string): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  if (found === undefined) return undefined;
  return found.line === null ? found.message : `line ${found.line}, column ${found.column}: ${found.message}`;
}
