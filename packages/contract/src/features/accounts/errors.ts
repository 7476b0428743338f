import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  address_unconfirmed: describeError(
    403,
    'after_change',
    'Confirm your e-mail address first',
    'Posting, applying and API keys need an address that was shown to be yours. Follow the link of the mail, or have it sent again by `POST /api/v1/auth/verify-email/resend`.',
  ),
  invalid_credentials: describeError(
    401,
    'after_change',
    'E-mail address or password is wrong',
    'No account has this pair of e-mail address and password. Which of the two is wrong is not told.',
  ),
  second_factor_required: describeError(
    401,
    'after_change',
    'A second factor is asked for',
    'The password is right, and this account has a second factor. `challenge_token` names the sign-in, `factors` what may be shown, and `expires_at` until when.',
  ),
  reauthentication_required: describeError(
    403,
    'after_change',
    'Prove again who you are',
    'This asks for the password, or for a sign-in at most ten minutes ago.',
  ),
  too_many_attempts: describeError(
    429,
    'later',
    'Too many attempts',
    'Too many wrong passwords, codes or links, sign-ups or mails were tried from this network or for this account. Wait for the seconds that `Retry-After` gives. A device that has signed in before is not held up by what others try.',
  ),
  account_disabled: describeError(
    403,
    'after_change',
    'This account is disabled',
    'An operator has disabled it; the mail about it says why. Nobody can act as it until an operator enables it again.',
  ),
  own_account: describeError(
    409,
    'after_change',
    'Not on your own account',
    'Nobody disables the own account, changes its role or signs it out by the pages for operators. Have another operator do it.',
  ),
  last_operator: describeError(
    409,
    'after_change',
    'There would be no operator left',
    'This is the last operator whose account is not disabled. Make somebody else an operator first.',
  ),
  company_needed: describeError(
    409,
    'after_change',
    'A recruiter needs a company',
    'Only who has signed up as a recruiter has a company, so nobody else can be given this role.',
  ),
  password_guessable: describeError(
    400,
    'after_change',
    'This password is guessed too easily',
    'It is one of the most common passwords, a single common word or first name (English, German, French, Spanish) with at most eight digits and signs around it, or hardly more than the name, the address or the name of this site. Several words that have nothing to do with each other make a good one.',
  ),
  email_taken: describeError(
    409,
    'after_change',
    'There is an account with this e-mail address',
    'Sign in, or ask for a new password, with this address.',
  ),
  too_many_api_keys: describeError(
    409,
    'after_change',
    'You have too many API keys',
    'An account has at most 20 keys in force. Revoke one that is not used any more.',
  ),
  token_invalid: describeError(
    410,
    'after_change',
    'The link is not valid any more',
    'A link of a mail works once and for a limited time. Ask for a new one.',
  ),
} as const satisfies ErrorDescriptions;
