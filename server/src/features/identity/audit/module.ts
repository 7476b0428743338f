import { type Base, defineModule } from '../../../composition/module.ts';
import { auditRoutes } from './audit.routes.ts';
import { createAudit } from './audit.ts';
import { migrations } from './migrations.ts';
import { auditData } from './personal-data.ts';

export const auditModule = defineModule({
  name: 'identity/audit',
  migrations,
  create: ({ clock }: Base<'database' | 'clock' | 'secret'>) => ({ audit: createAudit({ clock }) }),
  brings: (parts) => ({ routes: auditRoutes(parts), personalData: [auditData(parts.secret)] }),
});
