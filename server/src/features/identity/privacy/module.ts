import { type Base, defineModule } from '../../../composition/module.ts';
import type { AccountNotifier } from '../accounts/index.ts';
import { migrations } from './migrations.ts';
import { createErasureTasks, eraseAccountsTask, scheduleErasures, workOnErasures } from './privacy.jobs.ts';
import { type PasswordProof, privacyRoutes } from './privacy.routes.ts';
import { createPrivacy, type FarewellSender, type PrivacyDependencies } from './privacy.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'queue'> & {
  readonly accounts: PrivacyDependencies['accounts'] & PasswordProof;
  readonly sessions: PrivacyDependencies['sessions'];
  readonly profiles: PrivacyDependencies['profiles'];
  readonly notifications: AccountNotifier;
  /** Null: this process sends no mail. */
  readonly farewell: FarewellSender | null;
};

/** Last of all, since it exports and erases what every module keeps. */
export const privacyModule = defineModule({
  name: 'identity/privacy',
  migrations,
  tasks: [eraseAccountsTask],
  create: ({ queue, notifications, ...needs }: Needs, gather) => ({
    privacy: createPrivacy({
      ...needs,
      parts: gather(({ personalData }) => personalData),
      notifier: notifications,
      tasks: createErasureTasks(queue),
    }),
  }),
  brings: (parts) => ({
    routes: privacyRoutes(parts),
    work: [
      {
        register: () => workOnErasures(parts.queue, parts),
        schedule: () => scheduleErasures(parts.queue),
      },
    ],
  }),
});
