export {
  createPreferences,
  type Person,
  type Preferences,
  type ProfileSettings,
  type SettingsOfPeople,
} from './preferences.ts';
