import { type Base, defineModule } from '../../../composition/module.ts';
import type { Reminders } from '../reminders/index.ts';
import { migrations } from './migrations.ts';
import { acceptanceData, resumeData } from './personal-data.store.ts';
import { resumeRoutes } from './resumes.routes.ts';
import { applicationResumes, createResumes, type ResumesDependencies } from './resumes.ts';
import { resumeSealing, sealedResumes } from './sealed.ts';
import { scheduleSealing, sealResumesTask, workOnSealing } from './sealing.jobs.ts';

type Needs = Base<'database' | 'clock' | 'config' | 'workers' | 'secret' | 'queue'> &
  Pick<ResumesDependencies, 'companies' | 'profiles'> & {
    readonly reminders: Pick<Reminders, 'profileChanged'>;
  };

export const resumesModule = defineModule({
  name: 'activity/resumes',
  migrations,
  sealed: [sealedResumes],
  tasks: [sealResumesTask],
  create({ config, reminders, ...needs }: Needs) {
    const resumes = createResumes({ ...needs, uploadLimitBytes: config.http.uploadLimitBytes });
    resumes.changed.on(reminders.profileChanged);
    return { resumes, applicationResumes };
  },
  brings(parts) {
    const work = { ...parts, sealing: resumeSealing(parts.secret) };
    return {
      routes: resumeRoutes(parts),
      personalData: [resumeData(work.sealing), acceptanceData],
      work: [{ register: () => workOnSealing(work), schedule: () => scheduleSealing(work) }],
    };
  },
});
