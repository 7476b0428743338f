import { defineSettings, documentation, flag } from '../../../platform/config/index.ts';

/** Whether opens and clicks are counted for people who consent. */
export const trackingSettings = defineSettings({
  variables: {
    ROLECALL_EMAIL_TRACKING: flag()
      .default(false)
      .register(documentation, {
        description:
          'Whether opens and clicks of mails are counted, for people who consent to it in their settings. docs/email-tracking.md ' +
          'tells what is noted.',
      }),
  },
  read: (values) => ({ isOn: values.ROLECALL_EMAIL_TRACKING }),
});
