import { deliveryChannels, type Preferences } from '@rolecall/contract';
import { useState } from 'react';
import { Section } from '../../../components/ui/card.tsx';
import { Field, Input, Select } from '../../../components/ui/field.tsx';
import { channelLabel } from '../../../lib/labels.ts';
import { useChangePreferences } from './change.ts';

const escalations = [5, 15, 30, 60, 120, 240, 480, 1_440] as const;

const minutesLabel = (minutes: number) =>
  minutes < 60 ? `After ${minutes} minutes` : `After ${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}`;

/** How much may come in a day, and how long it may be read in the inbox before. */
export function LimitSettings({ preferences }: { readonly preferences: Preferences }) {
  const { caps, escalate_after_minutes: escalation } = preferences;
  const change = useChangePreferences();
  const known: readonly number[] = escalations;
  const choices =
    escalation === null || known.includes(escalation)
      ? known
      : [...known, escalation].toSorted((a, b) => a - b);
  return (
    <Section
      title="Limits"
      description="A day’s limit counts the inbox, too, and each message once. The best come by themselves, the rest in the daily digest; what cannot wait comes all the same."
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <CapField
          label="Most in a day"
          value={caps.per_day}
          onChange={(per_day) => change({ update: { caps: { per_day } } })}
        />
        {deliveryChannels.map((channel) => (
          <CapField
            key={channel}
            label={`Of them by ${channelLabel(channel)}`}
            value={caps.channels[channel] ?? null}
            onChange={(cap) => change({ update: { caps: { channels: { [channel]: cap } } } })}
          />
        ))}
        <Field label="If unread in the inbox">
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
              <option value="">Do not wait</option>
              {choices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutesLabel(minutes)}
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
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const save = () => {
    if (typed === undefined) return;
    const wanted = typed.trim() === '' ? null : Number(typed);
    if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 1_000)) {
      setError('must be a number from 1 to 1,000, or empty');
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
          placeholder="No limit"
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
    <Section title="Matches">
      <Field
        label={`Tell me of matches from ${score} of 100`}
        hint="Lower means more alerts, higher means fewer and better ones."
      >
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
