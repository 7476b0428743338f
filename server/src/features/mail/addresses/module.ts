import { type Base, defineModule } from '../../../composition/module.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { canBeLiftedByProof, type Suppressions } from '../suppressions/index.ts';
import { addressRoutes } from './addresses.routes.ts';
import { isDisposable } from './addresses.ts';
import { addressSettings } from './settings.ts';

export const addressesModule = defineModule({
  name: 'mail/addresses',
  settings: [addressSettings],
  create: ({ config, suppressions }: Base<'config'> & { readonly suppressions: Suppressions }) => ({
    /** What speaks against an address that somebody signs up with. */
    addressDoubts: {
      isRefused: (address: string) => config.of(addressSettings).refuseDisposable && isDisposable(address),
      async isInDoubt(tx: Tx, address: string) {
        const blocks = await suppressions.findBlocks(tx, [address]);
        return canBeLiftedByProof(blocks.get(address) ?? []);
      },
    },
  }),
  brings: () => ({ routes: addressRoutes() }),
});
