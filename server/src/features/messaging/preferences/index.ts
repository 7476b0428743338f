export { createMutes, type Mutes } from './mutes.ts';
export {
  type ChangedSettings,
  createPreferences,
  type Person,
  type Preferences,
  type ProfileSettings,
  type SettingsOfPeople,
} from './preferences.ts';
export { createTestMessages, type TestMessages } from './test-messages.ts';
