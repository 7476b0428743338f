export { type MailProviderConfig, type SmtpService, singleMailServer } from './mail-providers.ts';
export { type MailSettings, mailSettings } from './settings.ts';
