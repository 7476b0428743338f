import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  passkey_refused: describeError(
    401,
    'after_change',
    'The passkey was not accepted',
    'It is not known here, belongs to somebody else, or what the browser gave does not prove that its owner used it now, on this site. Try again, or sign in in another way.',
  ),
  passkeys_unavailable: describeError(
    409,
    'never',
    'There are no passkeys on this instance',
    'Browsers make passkeys for a domain with TLS, or for `localhost`. `ROLECALL_PUBLIC_URL` is neither.',
  ),
  passkey_known: describeError(
    409,
    'never',
    'This passkey is known already',
    'Each passkey belongs to one account, and is added once.',
  ),
  too_many_passkeys: describeError(
    409,
    'after_change',
    'You have too many passkeys',
    'An account has at most 20. Remove one that is not used any more.',
  ),
} as const satisfies ErrorDescriptions;
