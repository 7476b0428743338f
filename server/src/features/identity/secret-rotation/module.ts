import { type Base, defineModule } from '../../../composition/module.ts';
import { resealTask, scheduleRotation, workOnRotation } from './rotation.jobs.ts';
import { createRotation } from './rotation.ts';

type Needs = Base<'database' | 'logger' | 'queue' | 'secret' | 'sealed'>;

export const secretRotationModule = defineModule({
  name: 'identity/secret-rotation',
  tasks: [resealTask],
  create: (needs: Needs) => ({ secretRotation: createRotation(needs) }),
  brings: (parts) => ({
    work: [
      {
        register: () => workOnRotation(parts, parts.secretRotation),
        schedule: () => scheduleRotation(parts),
      },
    ],
  }),
});
