import type { KindPayload } from '@rolecall/contract';
import { type Base, defineModule } from '../../../composition/module.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { MailEventsRecorded } from '../events/index.ts';
import { mailAlarmRoutes } from './alarms.routes.ts';
import { createMailAlarms } from './alarms.ts';
import { migrations } from './migrations.ts';
import { createOperatorMessages } from './operator-messages.ts';
import { alarmSettings } from './settings.ts';
import { watchMailAlarms } from './watch.ts';

/** Tells people; messaging provides it. */
interface OperatorNotifier {
  notifyMany(
    tx: Tx,
    kind: 'service_message',
    messages: readonly { readonly userId: string; readonly payload: KindPayload<'service_message'> }[],
  ): Promise<unknown>;
}

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'config'> & {
  readonly mailEventsRecorded: MailEventsRecorded;
  readonly notifications: OperatorNotifier;
  /** Lets deliveries go on that were held back. */
  readonly deliveries: { releaseBulk(): Promise<void> };
};

export const mailAlarmsModule = defineModule({
  name: 'mail/alarms',
  migrations,
  settings: [alarmSettings],
  create({ config, notifications, deliveries, mailEventsRecorded, ...needs }: Needs) {
    const mailAlarms = createMailAlarms({
      ...needs,
      limits: config.of(alarmSettings),
      tellOperators: createOperatorMessages({
        clock: needs.clock,
        notify: (tx, messages) => notifications.notifyMany(tx, 'service_message', messages),
      }),
      releaseHeld: deliveries.releaseBulk,
    });
    mailEventsRecorded.on(mailAlarms.count);
    return { mailAlarms };
  },
  brings: (parts) => ({
    routes: mailAlarmRoutes(parts),
    workers: [
      {
        name: 'watch over mails',
        async start() {
          const { stop } = watchMailAlarms(parts.mailAlarms, parts.logger);
          return stop;
        },
      },
    ],
  }),
});
