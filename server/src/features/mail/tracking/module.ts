import { type Base, defineModule } from '../../../composition/module.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { MailEvents } from '../events/index.ts';
import { openInstrument, openMailTracking } from './open-mail-tracking.ts';
import { trackingSettings } from './settings.ts';

/** What people have decided about being counted; messaging knows. */
interface TrackingConsents {
  settingsOf(
    tx: Tx,
    userIds: readonly string[],
  ): Promise<{ of(userId: string): { readonly email_tracking: boolean } }>;
}

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'config' | 'secret'> & {
  readonly mailEvents: MailEvents;
  readonly preferences: TrackingConsents;
};

export const trackingModule = defineModule({
  name: 'mail/tracking',
  settings: [trackingSettings],
  create({ config, preferences, ...needs }: Needs) {
    const settings = {
      ...config.of(trackingSettings),
      secret: needs.secret,
      publicUrl: config.http.publicUrl,
    };
    return {
      instrument: openInstrument(settings),
      tracking: openMailTracking({
        ...needs,
        ...settings,
        async findConsenting(tx, userIds) {
          const decisions = await preferences.settingsOf(tx, userIds);
          return new Set(userIds.filter((userId) => decisions.of(userId).email_tracking));
        },
      }),
    };
  },
  brings: ({ tracking }) => ({
    services: [{ name: 'tracking of mails', start: async () => tracking.close }],
  }),
});
