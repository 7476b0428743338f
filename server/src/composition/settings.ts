import { type Config, type ConfigOverrides, loadConfig } from '../platform/config/index.ts';
import { modules } from './modules.ts';

/** The variables that features read. */
export const allSettings = modules.statements.flatMap(({ settings = [] }) => settings);

/** Validates the environment of this process, with the variables of all features. @throws {ConfigurationError} */
export function loadOwnConfig(overrides: ConfigOverrides = {}): Config {
  return loadConfig(allSettings, undefined, overrides);
}
