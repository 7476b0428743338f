import { defineModule } from '../../../composition/module.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { mailSettings } from '../settings/index.ts';
import { examineMail } from './check-provider.ts';

export const mailProvidersModule = defineModule({
  name: 'mail/providers',
  doctor: (config) => examineMail(config.of(mailSettings), systemClock),
});
