import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  oidc_off: describeError(
    404,
    'never',
    'There is no identity provider',
    'Nobody signs in here by OpenID Connect: `ROLECALL_OIDC_ISSUER` is not set.',
  ),
  oidc_unavailable: describeError(
    503,
    'later',
    'The identity provider does not answer',
    'It could not be reached, or what it says of itself makes no sense. `rolecall doctor` tells more; sign in in another way, or try again.',
  ),
  oidc_cancelled: describeError(
    401,
    'after_change',
    'The sign-in was cancelled',
    'The identity provider says that the person, or the provider itself, has refused it. `detail` has its own words.',
  ),
  oidc_sign_in_over: describeError(
    410,
    'after_change',
    'This sign-in has run out',
    'It works once, within ten minutes, in the browser that began it. Begin again.',
  ),
  oidc_refused: describeError(
    401,
    'after_change',
    'What the identity provider says does not hold',
    'A token is not signed by it, is meant for another client or another sign-in, or has run out. The log of the server says which; clocks that differ are the usual cause.',
  ),
  oidc_address_unproven: describeError(
    403,
    'after_change',
    'The identity provider has not confirmed your address',
    'It gives no e-mail address, or does not say that it is verified (`email_verified`). Confirm it there, then sign in again.',
  ),
  oidc_account_unproven: describeError(
    403,
    'after_change',
    'The account with this address is not confirmed',
    'Somebody has signed up here with this address and has not confirmed it, so nobody knows that it is the same person. Confirm the address by the link of the mail, or set a new password, and sign in again.',
  ),
  oidc_no_account: describeError(
    403,
    'after_change',
    'There is no account for you',
    'Whoever comes by the identity provider needs an account here already: `ROLECALL_OIDC_NEW_ACCOUNTS` is false.',
  ),
  password_sign_in_off: describeError(
    403,
    'never',
    'Passwords are not used here',
    'Everybody signs in by the identity provider: `ROLECALL_OIDC_ONLY` is true.',
  ),
} as const satisfies ErrorDescriptions;
