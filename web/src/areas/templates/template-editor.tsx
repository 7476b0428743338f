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
import { useMessages } from '../../lib/language.tsx';
import { templateMessages } from './messages.ts';
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
  const words = useMessages(templateMessages);
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
  function errorOf(found: readonly TemplateProblem[], field: string): string | undefined {
    const problem = found.find((one) => one.field === field);
    if (problem === undefined) return undefined;
    const { line, column, message: fault } = problem;
    return line === null ? fault : words.fault_at({ line, column: column ?? 1, fault });
  }
  const save = () => actions.save.mutate({ content, note, revision: draft?.revision ?? null });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <Section title={draft === null ? words.your_words() : words.draft_version({ version: draft.version })}>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {templateFields[slot.channel].map(({ name, rows, hint }) => (
            <Field
              key={name}
              label={words[`field_${name}`]()}
              hint={hint && words[hint]()}
              error={errorOf(problems, name)}
            >
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
          <Field label={words.note()} optional hint={words.note_hint()}>
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
              {words.save_draft()}
            </Button>
            <Button
              disabled={draft === null || changed || problems.length > 0}
              onClick={() => setAsking('publish')}
            >
              {words.publish()}
            </Button>
            {slot.channel === 'email' && (
              <Button
                busy={actions.sendTest.isPending}
                disabled={problems.length > 0}
                onClick={() => actions.sendTest.mutate(content)}
              >
                {words.send()}
              </Button>
            )}
            <Button variant="ghost" onClick={() => setValues(valuesOf(shipped))}>
              {words.start_shipped()}
            </Button>
            {draft !== null && (
              <Button variant="ghost" onClick={() => setAsking('discard')}>
                {words.discard_draft()}
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
        title={words.publish_title()}
        description={words.publish_why()}
        action={words.publish()}
        busy={actions.publish.isPending}
        onConfirm={() => draft !== null && actions.publish.mutate(draft.revision)}
      />
      <Confirm
        open={asking === 'discard'}
        onOpenChange={() => setAsking(undefined)}
        title={words.discard_title()}
        description={words.discard_why()}
        action={words.discard()}
        busy={actions.discard.isPending}
        onConfirm={() => actions.discard.mutate()}
      />
    </div>
  );
}

function useTemplateActions(slot: TemplateSlot, close: () => void) {
  const words = useMessages(templateMessages);
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
      onSuccess: () => done(words.draft_saved()),
      onError: toastError,
    }),
    publish: useMutation({
      mutationFn: (revision: number) => client.templates.publish({ params: slot, body: { revision } }),
      onSuccess: ({ version }) => done(words.is_published({ version })),
      onError: toastError,
    }),
    discard: useMutation({
      mutationFn: () => client.templates.discardDraft({ params: slot }),
      onSuccess: () => done(words.draft_discarded()),
      onError: toastError,
    }),
    sendTest: useMutation({
      mutationFn: (content: Draft['content']) =>
        client.templates.sendTest({ params: slot, body: { content } }),
      onSuccess: ({ sent_to }) => toast.success(words.sent_to({ address: sent_to })),
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
