export { demoEngineerProfile, demoNurseProfile } from './demo.ts';
export { findProfiles, type SeekerProfile } from './profiles.store.ts';
export { createProfiles, type Profiles, readProfile } from './profiles.ts';
