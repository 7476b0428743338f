import { defineSealedRows } from '../../../platform/secret/index.ts';
import { pageOfIdTokens, replaceIdToken } from './oidc.store.ts';

/** Of the keys that seal what a provider has said of a session. */
export const idTokenPurpose = 'oidc-id-tokens';

export const sealedIdTokens = defineSealedRows.bytes({
  name: 'tokens of the identity provider',
  purpose: idTokenPurpose,
  page: pageOfIdTokens,
  replace: (tx, { id, sealed: before }, after) => replaceIdToken(tx, id, before, after),
});
