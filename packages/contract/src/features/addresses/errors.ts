import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  address_disposable: describeError(
    422,
    'after_change',
    'Throwaway addresses are not taken here',
    'The address belongs to a service for throwaway addresses, and this instance takes none of them.',
  ),
} as const satisfies ErrorDescriptions;
