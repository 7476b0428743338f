import { channelWords, deliveryChannels, type Preferences } from '@rolecall/contract';
import { useState } from 'react';
import { Section } from '../../../components/ui/card.tsx';
import { Field, Input, Select } from '../../../components/ui/field.tsx';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { useChangePreferences } from './change.ts';
import { gridMessages } from './grid.messages.ts';
import { limitMessages } from './limits.messages.ts';

const escalations = [5, 15, 30, 60, 120, 240, 480, 1_440] as const;

/** How much may come in a day, and how long it may be read in the inbox before. */
export function LimitSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(limitMessages);
  const { locale } = useLanguage();
  const { caps, escalate_after_minutes: escalation } = preferences;
  const change = useChangePreferences();
  const known: readonly number[] = escalations;
  const choices =
    escalation === null || known.includes(escalation)
      ? known
      : [...known, escalation].toSorted((a, b) => a - b);
  return (
    <Section title={words.limits()} description={words.limits_about()}>
      <div className="grid gap-4 sm:grid-cols-3">
        <CapField
          label={words.per_day()}
          value={caps.per_day}
          onChange={(per_day) => change({ update: { caps: { per_day } } })}
        />
        {deliveryChannels.map((channel) => (
          <CapField
            key={channel}
            label={words.of_them_by({ channel: channelWords[channel](locale).label() })}
            value={caps.channels[channel] ?? null}
            onChange={(cap) => change({ update: { caps: { channels: { [channel]: cap } } } })}
          />
        ))}
        <Field label={words.if_unread()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={escalation ?? ''}
              onChange={({ target }) =>
                change({
                  update: { escalate_after_minutes: target.value === '' ? null : Number(target.value) },
                })
              }
            >
              <option value="">{words.not_wait()}</option>
              {choices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes < 60
                    ? words.after_minutes({ count: minutes })
                    : words.after_hours({ count: minutes / 60 })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </Section>
  );
}

interface CapFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number of messages; empty: no limit. It is saved when the field is left or Enter is pressed. */
function CapField({ label, value, onChange }: CapFieldProps) {
  const words = useMessages(limitMessages);
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const save = () => {
    if (typed === undefined) return;
    const wanted = typed.trim() === '' ? null : Number(typed);
    if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 1_000)) {
      setError(words.out_of_range());
      return;
    }
    setTyped(undefined);
    setError(undefined);
    if (wanted !== value) onChange(wanted);
  };
  return (
    <Field label={label} error={error}>
      {(attributes) => (
        <Input
          {...attributes}
          inputMode="numeric"
          placeholder={words.no_limit()}
          value={typed ?? value ?? ''}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={save}
          onKeyDown={({ key }) => key === 'Enter' && save()}
        />
      )}
    </Field>
  );
}

/** From which match on alerts come; it is part of the profile too. */
export function ScoreSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(limitMessages);
  const grid = useMessages(gridMessages);
  const change = useChangePreferences();
  const [dragged, setDragged] = useState<number>();
  const score = dragged ?? preferences.minimum_match_score;
  const save = () => {
    setDragged(undefined);
    if (dragged !== undefined && dragged !== preferences.minimum_match_score) {
      change({ update: { minimum_match_score: dragged } });
    }
  };
  return (
    <Section title={words.matches()}>
      <Field label={words.score({ score })} hint={`${words.score_hint()} ${grid.with_this()}`}>
        {(attributes) => (
          <input
            {...attributes}
            type="range"
            min={0}
            max={100}
            step={5}
            className="w-full accent-accent"
            value={score}
            onChange={({ target }) => setDragged(target.valueAsNumber)}
            onPointerUp={save}
            onKeyUp={save}
            onBlur={save}
          />
        )}
      </Field>
    </Section>
  );
}
