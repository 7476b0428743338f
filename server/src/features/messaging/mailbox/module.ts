import { type Base, defineModule } from '../../../composition/module.ts';
import { mailSettings } from '../../mail/settings/index.ts';
import { mailboxRoutes } from './mailbox.routes.ts';
import { createMailbox } from './mailbox.ts';
import { migrations } from './migrations.ts';
import { mailboxData } from './personal-data.store.ts';

export const mailboxModule = defineModule({
  name: 'messaging/mailbox',
  migrations,
  create: (needs: Base<'database' | 'clock' | 'config' | 'workers'>) => ({ mailbox: createMailbox(needs) }),
  brings: ({ database, config, mailbox }) => ({
    routes: mailboxRoutes({
      database,
      mailbox: config.of(mailSettings).hasMailbox ? mailbox : null,
      isLoopback: config.http.isLoopback,
    }),
    personalData: [mailboxData],
  }),
});
