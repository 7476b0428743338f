import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { profileData } from './personal-data.ts';
import { profileRoutes } from './profiles.routes.ts';
import { createProfiles } from './profiles.ts';

export const profilesModule = defineModule({
  name: 'identity/profiles',
  migrations,
  create: ({ clock }: Base<'database' | 'clock'>) => ({ profiles: createProfiles({ clock }) }),
  brings: (parts) => ({ personalData: profileData, routes: profileRoutes(parts) }),
});
