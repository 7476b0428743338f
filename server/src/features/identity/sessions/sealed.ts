import { defineSealedRows } from '../../../platform/secret/index.ts';
import { signingKeyPurpose } from './secrets.ts';
import { pageOfSigningKeys, replacePrivateKey } from './signing-keys.store.ts';

export const sealedSigningKeys = defineSealedRows.keys({
  name: 'keys that sign access tokens',
  purpose: signingKeyPurpose,
  page: pageOfSigningKeys,
  replace: (tx, { id, sealed: before }, after) => replacePrivateKey(tx, id, before, after),
});
