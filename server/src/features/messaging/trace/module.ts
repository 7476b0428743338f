import { type Base, defineModule } from '../../../composition/module.ts';
import type { Recipients } from '../recipients/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Absences } from './absences.ts';
import { migrations } from './migrations.ts';
import { lookData } from './personal-data.ts';
import { traceRoutes } from './trace.routes.ts';
import { createTraces } from './trace.ts';

type Needs = Base<'database' | 'clock' | 'reasons'> & {
  readonly recipients: Recipients;
  readonly absences: Absences;
  readonly texts: Texts;
};

export const traceModule = defineModule({
  name: 'messaging/trace',
  migrations,
  create: (needs: Needs) => ({ traces: createTraces(needs) }),
  brings: (parts) => ({ routes: traceRoutes(parts), personalData: lookData }),
});
