export { renderConfigurationPage, renderEnvironmentExample } from './documentation.ts';
export { type Config, type ConfigOverrides, ConfigurationError, loadConfig } from './load.ts';
