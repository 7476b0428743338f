import { z } from 'zod';
import { defineSettings, documentation } from '../../../platform/config/index.ts';

/** How long sessions last. */
export const sessionSettings = defineSettings({
  variables: {
    ROLECALL_SESSION_DAYS: z.coerce.number().int().min(1).max(730).default(90).register(documentation, {
      description:
        'Days after which a session ends however much it is used. One that is not used for 30 days ends sooner.',
    }),
  },
  read: (values) => ({ maximumDays: values.ROLECALL_SESSION_DAYS }),
});
