export type { BaseConfig } from './base.ts';
export { renderConfigurationPage, renderEnvironmentExample } from './documentation.ts';
export {
  type Config,
  type ConfigOverrides,
  ConfigurationError,
  loadConfig,
} from './load.ts';
export { addressWithScheme, documentation, domainName, flag, list, wholeNumber } from './schemas.ts';
export { defineSettings, type GivenVariables, type Settings } from './settings.ts';
export { nearest } from './suggest.ts';
