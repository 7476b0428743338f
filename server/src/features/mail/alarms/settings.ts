import { z } from 'zod';
import { defineSettings, documentation, wholeNumber } from '../../../platform/config/index.ts';
import type { AlarmLimits } from './rates.ts';

const percentages = () =>
  z
    .string()
    .regex(/^\d{1,2}(?:\.\d{1,3})?,\d{1,2}(?:\.\d{1,3})?$/, 'must be two percentages such as 0.1,0.3')
    .refine((value) => {
      const { warning, pause } = toLimits(value);
      return warning > 0 && warning < pause;
    }, 'must begin with the lower one, above 0');

/** The shares that two percentages stand for. */
function toLimits(value: string) {
  const [warning = 0, pause = 0] = value.split(',').map((percent) => Number(percent) / 100);
  return { warning, pause };
}

/** From which shares of mails on operators are warned, and mails that can wait are held back. */
export const alarmSettings = defineSettings({
  variables: {
    ROLECALL_EMAIL_BOUNCE_LIMITS: percentages()
      .default('2,5')
      .register(documentation, {
        description:
          'Share of mails to addresses that do not exist from which on operators are warned, and from which on mails that ' +
          'can wait are held back, separated by a comma. docs/email-analytics.md tells how it is judged.',
        unit: 'percent',
      }),
    ROLECALL_EMAIL_COMPLAINT_LIMITS: percentages().default('0.1,0.3').register(documentation, {
      description: 'The same for the share of mails that are reported as spam.',
      unit: 'percent',
    }),
    ROLECALL_EMAIL_ALARM_MINIMUM: wholeNumber(1, 1_000_000).default(200).register(documentation, {
      description: 'Fewer mails within an hour or a day are too few to judge bounces and complaints by.',
      unit: 'mails',
    }),
  },
  read: (values): AlarmLimits => ({
    bounces: toLimits(values.ROLECALL_EMAIL_BOUNCE_LIMITS),
    complaints: toLimits(values.ROLECALL_EMAIL_COMPLAINT_LIMITS),
    fewestMails: values.ROLECALL_EMAIL_ALARM_MINIMUM,
  }),
});
