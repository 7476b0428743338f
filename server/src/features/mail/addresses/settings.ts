import { defineSettings, documentation, flag } from '../../../platform/config/index.ts';

export const addressSettings = defineSettings({
  variables: {
    ROLECALL_REFUSE_DISPOSABLE_ADDRESSES: flag().default(false).register(documentation, {
      description:
        'Refuse accounts with addresses of services for throwaway addresses. Otherwise people are only told of it.',
    }),
  },
  /** Nobody signs up with a throwaway address. */
  read: (values) => ({ refuseDisposable: values.ROLECALL_REFUSE_DISPOSABLE_ADDRESSES }),
});
