import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { sessionData } from './personal-data.ts';
import { sealedSigningKeys } from './sealed.ts';
import { sessionRoutes } from './sessions.routes.ts';
import { createSessions, type SessionNotifier } from './sessions.ts';
import { sessionSettings } from './settings.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'bus' | 'config' | 'secret'> & {
  readonly notifications: SessionNotifier;
};

export const sessionsModule = defineModule({
  name: 'identity/sessions',
  migrations,
  settings: [sessionSettings],
  sealed: [sealedSigningKeys],
  create: ({ config, secret, notifications, ...needs }: Needs) => ({
    sessions: createSessions({
      ...needs,
      config: { secret, publicUrl: config.http.publicUrl, ...config.of(sessionSettings) },
      notifier: notifications,
    }),
  }),
  brings: (parts) => ({
    routes: sessionRoutes(parts),
    personalData: sessionData,
    services: [{ name: 'revocations', start: () => parts.sessions.revocations.start() }],
  }),
});
