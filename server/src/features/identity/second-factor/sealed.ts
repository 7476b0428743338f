import { defineSealedRows } from '../../../platform/secret/index.ts';
import { pageOfTotpSecrets, replaceTotpSecret } from './second-factor.store.ts';
import { totpPurpose } from './second-factor.ts';

export const sealedTotpSecrets = defineSealedRows.bytes({
  name: 'secrets of authenticator apps',
  purpose: totpPurpose,
  page: pageOfTotpSecrets,
  replace: (tx, { id, sealed: before }, after) => replaceTotpSecret(tx, id, before, after),
});
