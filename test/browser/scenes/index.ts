import { guestScenes } from './guest.ts';
import { jobSeekerScenes } from './job-seeker.ts';
import { operatorScenes } from './operator.ts';
import { recruiterScenes } from './recruiter.ts';
import type { Scene } from './scene.ts';
import { staleScenes } from './stale.ts';
import { vacancyScenes } from './vacancies.ts';

export { prepareScenes } from './prepare.ts';
export { openScene } from './scene.ts';

/** Every page, and every kind of dialog, menu and panel. */
export const scenes: readonly Scene[] = [
  ...guestScenes,
  ...jobSeekerScenes,
  ...recruiterScenes,
  ...operatorScenes,
  ...vacancyScenes,
  ...staleScenes,
];
