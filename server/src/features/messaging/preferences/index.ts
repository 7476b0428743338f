export { type Choice, type Choices, createPreferences, type Preferences } from './preferences.ts';
