import { defineModule } from '../../../composition/module.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { oidcSettings } from '../../identity/oidc/index.ts';
import { mailSettings } from '../settings/index.ts';
import { examineMail } from './check-provider.ts';

export const mailProvidersModule = defineModule({
  name: 'mail/providers',
  doctor: (config) =>
    examineMail(config.of(mailSettings), {
      clock: systemClock,
      // An identity provider that is the only way in vouches for addresses itself.
      isNeeded: !config.of(oidcSettings).only,
    }),
});
