import { RolecallError } from '../../client.ts';
import type { waysMessages } from './ways-messages.ts';

/** What went wrong at the identity provider; undefined: something else has. */
export function providerErrorWords(
  error: unknown,
  words: ReturnType<typeof waysMessages>,
): string | undefined {
  if (!(error instanceof RolecallError)) return undefined;
  switch (error.code) {
    case 'oidc_off':
    case 'oidc_unavailable':
      return words.provider_unavailable();
    case 'oidc_cancelled':
      return words.provider_cancelled();
    case 'oidc_sign_in_over':
      return words.provider_over();
    case 'oidc_refused':
      return words.provider_refused();
    case 'oidc_address_unproven':
      return words.provider_address();
    case 'oidc_account_unproven':
      return words.provider_account();
    case 'oidc_no_account':
      return words.provider_no_account();
    default:
      return undefined;
  }
}
