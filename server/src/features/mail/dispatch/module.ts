import { type Base, defineModule } from '../../../composition/module.ts';
import { domainOf } from '../message/index.ts';
import { mailSettings } from '../settings/index.ts';
import { sendingRoutes } from './dispatch.routes.ts';
import { migrations } from './migrations.ts';
import { createSendingOverview } from './sending-overview.ts';

export const dispatchModule = defineModule({
  name: 'mail/dispatch',
  migrations,
  create({ clock, logger, config }: Base<'database' | 'clock' | 'logger' | 'config'>) {
    const { hasMailbox, providers, warmUpStart: start, from } = config.of(mailSettings);
    return {
      sendingOverview: createSendingOverview({
        clock,
        logger,
        providers: hasMailbox ? [{ name: 'smtp', kind: 'smtp' }] : providers,
        warmUp: start === undefined ? null : { domain: domainOf(from), start },
      }),
    };
  },
  brings: (parts) => ({ routes: sendingRoutes(parts) }),
});
