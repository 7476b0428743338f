import type { Preferences } from '@rolecall/contract';
import { CirclePause, CirclePlay } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/ui/button.tsx';
import { Section } from '../../../components/ui/card.tsx';
import { Field, Input } from '../../../components/ui/field.tsx';
import { useMessages } from '../../../lib/language.tsx';
import { dateIn, instantOf, wallTimeIn } from '../../../lib/zoned-date.ts';
import { useChangePreferences } from './change.ts';
import { notificationSettingsMessages } from './messages.ts';

const hourMs = 3_600_000;

/** Holds everything back for a while. */
export function PauseSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(notificationSettingsMessages);
  const { snoozed_until: until, time_zone: timeZone } = preferences;
  const change = useChangePreferences();
  const [choosing, setChoosing] = useState(false);
  const pause = (snoozed_until: string | null) => {
    setChoosing(false);
    change({
      update: { snoozed_until },
      told: snoozed_until === null ? words.pause_over() : words.paused(),
    });
  };
  const tomorrow = () => {
    const day = dateIn(new Date(Date.now() + 24 * hourMs).toISOString(), timeZone);
    return instantOf(`${day}T08:00`, timeZone);
  };
  return (
    <Section title={words.pause_title()} description={words.pause_about()}>
      {until === null ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => pause(new Date(Date.now() + hourMs).toISOString())}>
            <CirclePause aria-hidden />
            {words.for_an_hour()}
          </Button>
          <Button onClick={() => pause(tomorrow())}>{words.until_tomorrow()}</Button>
          <Button aria-expanded={choosing} onClick={() => setChoosing((open) => !open)}>
            {words.until_then()}
          </Button>
        </div>
      ) : (
        <Button onClick={() => pause(null)}>
          <CirclePlay aria-hidden />
          {words.end_pause()}
        </Button>
      )}
      {until === null && choosing && <PauseUntil timeZone={timeZone} onChoose={pause} />}
    </Section>
  );
}

interface PauseUntilProps {
  readonly timeZone: string;
  readonly onChoose: (until: string) => void;
}

function PauseUntil({ timeZone, onChoose }: PauseUntilProps) {
  const words = useMessages(notificationSettingsMessages);
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  return (
    <form
      className="mt-4 flex flex-wrap items-start gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const until = value === '' ? null : instantOf(value, timeZone);
        const ahead = until === null ? 0 : new Date(until).getTime() - Date.now();
        if (until === null || ahead <= 0) setError(words.must_lie_ahead());
        else if (ahead > 366 * 24 * hourMs) setError(words.a_year_at_most());
        else onChoose(until);
      }}
    >
      <Field
        label={words.until()}
        hint={words.by_the_clocks({ zone: timeZone.replaceAll('_', ' ') })}
        error={error}
      >
        {(attributes) => (
          <Input
            {...attributes}
            type="datetime-local"
            min={wallTimeIn(new Date().toISOString(), timeZone)}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="mt-[1.625rem]">
        {words.pause()}
      </Button>
    </form>
  );
}
