export type { SeekerProfile } from './profiles.store.ts';
export { createProfiles, type ProfileEvents, type Profiles } from './profiles.ts';
