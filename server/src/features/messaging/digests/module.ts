import { type Base, defineModule } from '../../../composition/module.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import { joinChecks } from '../deliveries/index.ts';
import type { ChangedSettings } from '../preferences/index.ts';
import { closeDigestsTask, scheduleDigestJobs, workOnDigests } from './digests.jobs.ts';
import { digestRoutes } from './digests.routes.ts';
import { createDigests, type DigestsDependencies } from './digests.ts';
import type { DigestFacts } from './facts.ts';
import { digestKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { digestData } from './personal-data.ts';
import { createDigestWindows } from './windows.ts';

type Needs = Base<'queue'> &
  Omit<DigestsDependencies, 'relevance' | 'facts'> & {
    readonly digestFacts: DigestFacts;
  } & Base<'database'>;

/** Where things wait for digests; before whatever lets them wait. */
export const digestWindowsModule = defineModule({
  name: 'messaging/digests',
  create({
    clock,
    settingsChanged,
  }: Base<'clock'> & { readonly settingsChanged: TransactionEvent<ChangedSettings> }) {
    const digestWindows = createDigestWindows();
    settingsChanged.on((tx, { userId, settings, timeZone }) =>
      digestWindows.reschedule(tx, userId, settings.digest, timeZone, clock.now()),
    );
    return { digestWindows };
  },
});

/** Behind all modules that say what is still relevant. */
export const digestsModule = defineModule({
  name: 'messaging/digests',
  migrations,
  kinds: digestKinds,
  tasks: [closeDigestsTask],
  create({ digestFacts, ...needs }: Needs, gather) {
    const relevance = joinChecks(gather((brought) => brought.relevance));
    return { relevance, digests: createDigests({ ...needs, relevance, facts: digestFacts }) };
  },
  brings: (parts) => ({
    routes: digestRoutes(parts),
    personalData: digestData,
    work: [
      {
        register: () => workOnDigests(parts.queue, parts),
        schedule: () => scheduleDigestJobs(parts.queue),
      },
    ],
  }),
});
