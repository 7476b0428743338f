import { type Base, defineModule } from '../../../composition/module.ts';
import type { Reminders } from '../reminders/index.ts';
import { migrations } from './migrations.ts';
import { resumeData } from './personal-data.store.ts';
import { resumeRoutes } from './resumes.routes.ts';
import { applicationResumes, createResumes, type ResumesDependencies } from './resumes.ts';

type Needs = Base<'database' | 'clock' | 'config' | 'workers'> & {
  readonly companies: ResumesDependencies['companies'];
  readonly reminders: Pick<Reminders, 'profileChanged'>;
};

export const resumesModule = defineModule({
  name: 'activity/resumes',
  migrations,
  create({ config, reminders, ...needs }: Needs) {
    const resumes = createResumes({ ...needs, uploadLimitBytes: config.http.uploadLimitBytes });
    resumes.changed.on(reminders.profileChanged);
    return { resumes, applicationResumes };
  },
  brings: (parts) => ({ routes: resumeRoutes(parts), personalData: [resumeData] }),
});
