import { z } from 'zod';
import {
  addressWithScheme,
  defineSettings,
  documentation,
  wholeNumber,
} from '../../../../platform/config/index.ts';
import type { CallLimits } from '../quotas/quotas.ts';

const plan = 'The default is the one of the free plan.';

/** What the instance has of Adzuna. */
export interface AdzunaSettings {
  /** Null: its sources are not read. */
  readonly keys: { readonly id: string; readonly key: string } | null;
  readonly origin: string;
  readonly limits: CallLimits;
}

export const adzunaSettings = defineSettings({
  variables: {
    ROLECALL_ADZUNA_APP_ID: z.string().min(1).max(100).optional().register(documentation, {
      description: 'Application id of Adzuna, without which its sources are not read.',
      defaultText: 'none',
    }),
    ROLECALL_ADZUNA_APP_KEY: z.string().min(1).max(200).optional().register(documentation, {
      description: 'Application key of Adzuna.',
      secret: true,
      defaultText: 'none',
    }),
    ROLECALL_ADZUNA_URL: addressWithScheme(['https', 'http'])
      .default('https://api.adzuna.com')
      .register(documentation, { description: 'Where the interface of Adzuna is, for a proxy before it.' }),
    ROLECALL_ADZUNA_CALLS_PER_MINUTE: wholeNumber(1, 10_000)
      .default(25)
      .register(documentation, {
        description: `Calls that Adzuna allows in a minute, all processes together. ${plan}`,
      }),
    ROLECALL_ADZUNA_CALLS_PER_DAY: wholeNumber(1, 1_000_000)
      .default(250)
      .register(documentation, {
        description: `Calls that it allows in a day. ${plan}`,
      }),
    ROLECALL_ADZUNA_CALLS_PER_WEEK: wholeNumber(1, 10_000_000)
      .default(1_000)
      .register(documentation, {
        description: `Calls that it allows in a week. ${plan}`,
      }),
    ROLECALL_ADZUNA_CALLS_PER_MONTH: wholeNumber(1, 100_000_000)
      .default(2_500)
      .register(documentation, {
        description: `Calls that it allows in a month. ${plan}`,
      }),
  },
  read: (values): AdzunaSettings => ({
    keys:
      values.ROLECALL_ADZUNA_APP_ID === undefined || values.ROLECALL_ADZUNA_APP_KEY === undefined
        ? null
        : { id: values.ROLECALL_ADZUNA_APP_ID, key: values.ROLECALL_ADZUNA_APP_KEY },
    origin: new URL(values.ROLECALL_ADZUNA_URL).origin,
    limits: {
      minute: values.ROLECALL_ADZUNA_CALLS_PER_MINUTE,
      day: values.ROLECALL_ADZUNA_CALLS_PER_DAY,
      week: values.ROLECALL_ADZUNA_CALLS_PER_WEEK,
      month: values.ROLECALL_ADZUNA_CALLS_PER_MONTH,
    },
  }),
  faults: (given) =>
    given.has('ROLECALL_ADZUNA_APP_ID') === given.has('ROLECALL_ADZUNA_APP_KEY')
      ? []
      : ['ROLECALL_ADZUNA_APP_ID: it belongs to ROLECALL_ADZUNA_APP_KEY; set both or none'],
});
