export { type OidcSettings, oidcSettings } from './settings.ts';
