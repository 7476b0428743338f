import { type Preferences, type QuietHours, weekdaySchema, weekdays } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../../../components/ui/card.tsx';
import { Checkbox, Field, Fieldset, Input, Select } from '../../../components/ui/field.tsx';
import { Switch } from '../../../components/ui/switch.tsx';
import { useLanguage, useMessages } from '../../../lib/language.tsx';
import { useChangePreferences } from './change.ts';
import { notificationSettingsMessages } from './messages.ts';
import { weekdayLabel } from './weekday.ts';

const usualQuietHours: QuietHours = { days: [...weekdays], from: '22:00', to: '07:00' };

/** When it is quiet, on which days. */
export function QuietHoursSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(notificationSettingsMessages);
  const { locale } = useLanguage();
  const { quiet_hours: quiet, time_zone: timeZone } = preferences;
  const change = useChangePreferences();
  const set = (quiet_hours: QuietHours) => change({ update: { quiet_hours } });
  return (
    <Section
      title={words.quiet_hours()}
      description={words.quiet_hours_about({ zone: timeZone.replaceAll('_', ' ') })}
      action={
        <Switch
          checked={quiet !== null}
          aria-label={words.quiet_hours()}
          onCheckedChange={(on) =>
            change({
              update: { quiet_hours: on ? usualQuietHours : null },
              ...(on ? {} : { told: words.no_quiet_hours() }),
            })
          }
        />
      }
    >
      {quiet !== null && (
        <div className="space-y-4">
          <div className="grid max-w-sm gap-3 min-[26rem]:grid-cols-2">
            <ClockField
              label={words.from()}
              value={quiet.from}
              onChange={(from) => set({ ...quiet, from })}
            />
            <ClockField label={words.to()} value={quiet.to} onChange={(to) => set({ ...quiet, to })} />
          </div>
          <Fieldset legend={words.begin_on()} hint={words.begin_on_hint()}>
            <div className="flex flex-wrap gap-x-4">
              {weekdays.map((day) => {
                const isOn = quiet.days.includes(day);
                return (
                  <Checkbox
                    key={day}
                    checked={isOn}
                    // One day has to stay; the switch is for none.
                    disabled={isOn && quiet.days.length === 1}
                    onChange={() =>
                      set({
                        ...quiet,
                        days: weekdays.filter((one) => (one === day ? !isOn : quiet.days.includes(one))),
                      })
                    }
                  >
                    {weekdayLabel(day, locale)}
                  </Checkbox>
                );
              })}
            </div>
          </Fieldset>
        </div>
      )}
    </Section>
  );
}

/** When digests come. */
export function DigestSettings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(notificationSettingsMessages);
  const { locale } = useLanguage();
  const { digest } = preferences;
  const change = useChangePreferences();
  return (
    <Section
      title={words.digests()}
      description={words.digests_about()}
      action={
        <Link
          to="/notifications/digests"
          className="text-end text-sm text-accent-ink underline underline-offset-2"
        >
          {words.next_digests()}
        </Link>
      }
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={words.windows()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={digest.window}
              onChange={({ target }) =>
                change({ update: { digest: { window: target.value === 'sliding' ? 'sliding' : 'fixed' } } })
              }
            >
              <option value="fixed">{words.fixed()}</option>
              <option value="sliding">{words.sliding()}</option>
            </Select>
          )}
        </Field>
        {digest.window === 'fixed' && (
          <>
            <ClockField
              label={words.time()}
              value={digest.at}
              onChange={(at) => change({ update: { digest: { at } } })}
            />
            <Field label={words.weekly_on()}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={digest.weekday}
                  onChange={({ target }) =>
                    change({ update: { digest: { weekday: weekdaySchema.parse(target.value) } } })
                  }
                >
                  {weekdays.map((day) => (
                    <option key={day} value={day}>
                      {weekdayLabel(day, locale)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </>
        )}
      </div>
    </Section>
  );
}

interface ClockFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of the day. It is saved when the field is left or Enter is pressed: typing passes many other times. */
function ClockField({ label, value, onChange }: ClockFieldProps) {
  const [typed, setTyped] = useState<string>();
  const save = () => {
    setTyped(undefined);
    if (typed !== undefined && /^\d\d:\d\d$/.test(typed) && typed !== value) onChange(typed);
  };
  return (
    <Field label={label}>
      {(attributes) => (
        <Input
          {...attributes}
          type="time"
          value={typed ?? value}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={save}
          onKeyDown={({ key }) => key === 'Enter' && save()}
        />
      )}
    </Field>
  );
}
