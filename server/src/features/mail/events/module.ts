import { type Base, defineModule } from '../../../composition/module.ts';
import { createTransactionEvent } from '../../../platform/events/index.ts';
import { createMailEvents, type MailEventsRecorded } from './mail-events.ts';
import { migrations } from './migrations.ts';
import { mailEventData } from './personal-data.ts';

export const mailEventsModule = defineModule({
  name: 'mail/events',
  migrations,
  create({ clock }: Base<'clock'>) {
    const mailEventsRecorded: MailEventsRecorded = createTransactionEvent();
    return {
      mailEvents: createMailEvents({ clock, listeners: [mailEventsRecorded.emit] }),
      mailEventsRecorded,
    };
  },
  brings: () => ({ personalData: [mailEventData] }),
});
