import { broadcastKinds, type Locale, locales } from '@rolecall/contract';
import { Plus, Trash2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Field, Input, Select, Textarea } from '../../components/ui/field.tsx';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { type BroadcastDraft, emptyText, type Faults, type TextDraft, withText } from './draft.ts';
import { broadcastMessages } from './messages.ts';

const tab =
  'inline-flex min-h-10 items-center gap-1.5 border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink';

export interface DraftFieldsProps {
  readonly draft: BroadcastDraft;
  readonly onChange: (draft: BroadcastDraft) => void;
  readonly faults: Faults;
  readonly timeZone: string;
}

interface ContentFieldsProps extends DraftFieldsProps {
  /** The language that is written and looked at. */
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
}

/** What it says, in each language. */
export function ContentFields({
  draft,
  onChange,
  faults,
  timeZone,
  language,
  onLanguage,
}: ContentFieldsProps) {
  const words = useMessages(broadcastMessages);
  const kindNames = useMessages(kindMessages);
  const zoneHint = words.in_zone({ zone: timeZone.replaceAll('_', ' ') });
  const hasFaults = (locale: Locale) =>
    Object.keys(faults).some((path) => path === `content.${locale}` || path.startsWith(`content.${locale}.`));
  return (
    <Section title={words.content()} description={words.content_about()}>
      <div className="space-y-4">
        <Field label={words.kind()} error={faults['kind']}>
          {(attributes) => (
            <Select
              {...attributes}
              value={draft.kind}
              onChange={({ target }) => {
                const kind = broadcastKinds.find((name) => name === target.value);
                if (kind !== undefined) onChange({ ...draft, kind });
              }}
            >
              {broadcastKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames[kind]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {draft.kind === 'maintenance' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={words.begins()} optional error={faults['starts_at']} hint={zoneHint}>
              {(attributes) => (
                <Input
                  {...attributes}
                  type="datetime-local"
                  value={draft.starts}
                  onChange={({ target }) => onChange({ ...draft, starts: target.value })}
                />
              )}
            </Field>
            <Field label={words.ends()} optional error={faults['ends_at']} hint={zoneHint}>
              {(attributes) => (
                <Input
                  {...attributes}
                  type="datetime-local"
                  value={draft.ends}
                  onChange={({ target }) => onChange({ ...draft, ends: target.value })}
                />
              )}
            </Field>
          </div>
        )}
        <Tabs.Root
          value={language}
          onValueChange={(value) => {
            const chosen = locales.find((locale) => locale === value);
            if (chosen !== undefined) onLanguage(chosen);
          }}
        >
          <Tabs.List
            aria-label={words.language()}
            className="flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]"
          >
            {locales.map((locale) => (
              <Tabs.Trigger key={locale} value={locale} className={tab}>
                <span lang={locale}>{localeLabels[locale]}</span>
                {draft.texts[locale] === undefined && (
                  <span className="text-xs font-normal">{words.not_written()}</span>
                )}
                {hasFaults(locale) && <span className="text-xs text-danger-ink">{words.faulty()}</span>}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {locales.map((locale) => (
            <Tabs.Content key={locale} value={locale} className="pt-4">
              <TextFields
                text={draft.texts[locale]}
                locale={locale}
                faults={faults}
                onChange={(text) => onChange({ ...draft, texts: withText(draft.texts, locale, text) })}
              />
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </div>
    </Section>
  );
}

interface TextFieldsProps {
  readonly text: TextDraft | undefined;
  readonly locale: Locale;
  readonly faults: Faults;
  readonly onChange: (text: TextDraft | undefined) => void;
}

function TextFields({ text, locale, faults, onChange }: TextFieldsProps) {
  const words = useMessages(broadcastMessages);
  if (text === undefined) {
    return (
      <div className="space-y-3 rounded-xl border border-dashed border-line-strong p-5 text-sm text-muted">
        <p>{words.get_english({ language: localeLabels[locale] })}</p>
        <Button size="small" onClick={() => onChange(emptyText)}>
          <Plus aria-hidden />
          {words.write_in({ language: localeLabels[locale] })}
        </Button>
      </div>
    );
  }
  const fault = (field: string) => faults[`content.${locale}.${field}`];
  return (
    <div className="space-y-4">
      <Field label={words.title()} error={fault('title')}>
        {(attributes) => (
          <Input
            {...attributes}
            lang={locale}
            maxLength={120}
            value={text.title}
            onChange={({ target }) => onChange({ ...text, title: target.value })}
          />
        )}
      </Field>
      <Field
        label={words.message()}
        error={fault('message')}
        hint={words.of_characters({ count: text.message.length })}
      >
        {(attributes) => (
          <Textarea
            {...attributes}
            lang={locale}
            maxLength={1_000}
            value={text.message}
            onChange={({ target }) => onChange({ ...text, message: target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.button()} optional error={fault('action.label')}>
          {(attributes) => (
            <Input
              {...attributes}
              lang={locale}
              maxLength={40}
              placeholder={words.button_example()}
              value={text.label}
              onChange={({ target }) => onChange({ ...text, label: target.value })}
            />
          )}
        </Field>
        <Field label={words.leads_to()} optional error={fault('action.path')}>
          {(attributes) => (
            <Input
              {...attributes}
              placeholder="/jobs"
              autoCapitalize="off"
              spellCheck={false}
              value={text.path}
              onChange={({ target }) => onChange({ ...text, path: target.value })}
            />
          )}
        </Field>
      </div>
      {locale !== 'en' && (
        <Button variant="quietDanger" size="small" onClick={() => onChange(undefined)}>
          <Trash2 aria-hidden />
          {words.leave_out({ language: localeLabels[locale] })}
        </Button>
      )}
    </div>
  );
}
