export { findPasskeyOwners } from './passkeys.store.ts';
export { relyingPartyOf } from './relying-party.ts';
