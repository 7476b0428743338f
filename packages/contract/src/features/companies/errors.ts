import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  company_name_taken: describeError(
    409,
    'after_change',
    'A verified company has this name, or one that looks like it',
    'Case, accents, look-alike characters and legal forms make no difference. If you belong to that company, ask the operator of this instance to add you or to settle whose name it is; otherwise choose another name.',
  ),
  company_name_refused: describeError(
    422,
    'after_change',
    'No company can have this name here',
    'A name has a letter or a digit, is no address of the web and not the name of this service, and does not say that it is verified. Choose the name by which the company is registered.',
  ),
  company_refused: describeError(
    403,
    'never',
    'An operator does not believe this company',
    'No proof counts until an operator confirms the company. `GET /api/v1/company` has the reason; ask the operator of this instance.',
  ),
  company_domain_refused: describeError(
    422,
    'after_change',
    'This domain cannot prove a company',
    'Mailboxes that anybody can get (such as gmail.com), public suffixes (such as co.uk) and what is no domain prove nothing. Use the domain of the company itself.',
  ),
  company_mailbox_refused: describeError(
    422,
    'after_change',
    'A mailbox of this domain does not show that somebody speaks for it',
    'Customers, members or students have mailboxes there as well. Prove the domain by DNS, or by admin@, administrator@, hostmaster@, postmaster@ or webmaster@ of it.',
  ),
  company_proof_missing: describeError(
    409,
    'after_change',
    'No proof was begun',
    'Begin with `POST /api/v1/company/proof` or `POST /api/v1/company/proof/mail`.',
  ),
  company_code_wrong: describeError(
    422,
    'after_change',
    'The code is wrong or has run out',
    'A code is good for 30 minutes and for five attempts. Have another one sent.',
  ),
  company_record_missing: describeError(
    409,
    'later',
    'The TXT record was not found',
    'DNS may take a while to tell. `found` has the records that are there under the name.',
  ),
  company_proof_limit: describeError(
    429,
    'later',
    'Too many codes were sent',
    'A company can have five codes sent in a day. Prove the domain by DNS, or wait for the seconds that `Retry-After` gives.',
  ),
} as const satisfies ErrorDescriptions;
