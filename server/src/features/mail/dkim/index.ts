export { createDkimSigner, type DkimSigner } from './dkim-signer.ts';
