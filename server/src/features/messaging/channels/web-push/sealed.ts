import { defineSealedRows } from '../../../../platform/secret/index.ts';
import { pageOfVapidKeys, replaceVapidPrivateKey } from './vapid-keys.store.ts';
import { vapidKeyPurpose } from './vapid-keys.ts';

export const sealedVapidKeys = defineSealedRows.keys({
  name: 'keys for web push',
  purpose: vapidKeyPurpose,
  page: pageOfVapidKeys,
  replace: (tx, { id, sealed: before }, after) => replaceVapidPrivateKey(tx, id, before, after),
});
