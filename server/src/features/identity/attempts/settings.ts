import { z } from 'zod';
import { defineSettings, documentation } from '../../../platform/config/index.ts';

const perHour = z.coerce.number().int().min(1).max(1_000_000);

/** How often a network may try. */
export const attemptSettings = defineSettings({
  variables: {
    ROLECALL_FAILED_SIGN_INS_PER_HOUR: perHour.default(60).register(documentation, {
      description:
        'Wrong passwords, codes and links that one network may try, over all processes. A network is an IPv4 address, or the first ' +
        '64 bits of an IPv6 one. Raise it where very many people share an address.',
      unit: 'attempts per hour',
    }),
    ROLECALL_SIGN_UPS_PER_HOUR: perHour.default(20).register(documentation, {
      description: 'Accounts that one network may try to make, over all processes.',
      unit: 'sign-ups per hour',
    }),
  },
  read: (values) => ({
    failuresPerHour: values.ROLECALL_FAILED_SIGN_INS_PER_HOUR,
    signUpsPerHour: values.ROLECALL_SIGN_UPS_PER_HOUR,
  }),
});
