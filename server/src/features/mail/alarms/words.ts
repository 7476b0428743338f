import type { Locale } from '@rolecall/contract';
import { alarmMessages } from './alarms.messages.ts';
import type { AlarmChange } from './alarms.ts';

/** What operators read about a change of the alarm. */
export interface AlarmWords {
  readonly title: string;
  readonly message: string;
  readonly action: string;
}

export function alarmWords(change: AlarmChange, locale: Locale): AlarmWords {
  const messages = alarmMessages(locale);
  const title = messages[`${change.type}_title`]();
  const action = messages.action();
  if (change.type === 'resumed') return { title, message: messages.resumed(), action };
  const { provider, measure, events, mails, windowMinutes } = change.rate;
  // Finer than messages say percentages: some limits are a tenth of one.
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const rate = messages[measure]({
    mails,
    events,
    hours: windowMinutes / 60,
    rate: percent.format(events / mails),
    provider: provider || messages.all_providers(),
  });
  return { title, message: change.type === 'paused' ? `${rate} ${messages.paused()}` : rate, action };
}
