import { z } from 'zod';
import { defineSettings, documentation } from '../../../../platform/config/index.ts';

export const webPushSettings = defineSettings({
  variables: {
    ROLECALL_WEB_PUSH_SUBJECT: z
      .string()
      .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
        error: 'must be an address such as mailto:operator@example.org or https://example.org/contact',
      })
      .optional()
      .register(documentation, {
        description:
          'Whom push services can turn to when something is wrong with the pushes of this instance.',
        defaultText: 'the public URL if it is https, else the address of `ROLECALL_MAIL_FROM`',
      }),
  },
  /** Whom push services can turn to; undefined: what the rest of the configuration says. */
  read: (values) => ({ subject: values.ROLECALL_WEB_PUSH_SUBJECT }),
});
