export { renderConfigurationPage, renderEnvironmentExample } from './documentation.ts';
export { type Config, type ConfigOverrides, ConfigurationError, loadConfig } from './load.ts';
export { type MailProviderConfig, type SmtpService, singleMailServer } from './mail-providers.ts';
