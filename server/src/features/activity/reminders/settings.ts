import { defineSettings, documentation, wholeNumber } from '../../../platform/config/index.ts';

export const reminderSettings = defineSettings({
  variables: {
    ROLECALL_FOLLOW_UP_DAYS: wholeNumber(1, 365).default(10).register(documentation, {
      description: 'Days without an answer after which an applicant is advised to ask the company.',
      unit: 'days',
    }),
  },
  /** Days without an answer after which an applicant is advised to ask. */
  read: (values) => ({ followUpDays: values.ROLECALL_FOLLOW_UP_DAYS }),
});
