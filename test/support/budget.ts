import type { TestModule } from 'vitest/node';
import { cpuMilliseconds } from '../../server/src/testing/costs.ts';
import { type Area, areaOf } from './areas.ts';

/** Seconds of CPU that the tests of each area may cost; CONTRIBUTING.md has the same table. */
export const budget: Readonly<Record<Area, number>> = {
  contract: 5,
  client: 5,
  web: 5,
  platform: 60,
  identity: 35,
  mail: 35,
  messaging: 70,
  catalog: 120,
  activity: 15,
  oversight: 5,
  'edges and composition': 45,
  'whole processes': 190,
};

export const wholeBudget = sum(Object.values(budget));

/** Seconds of CPU that a run has cost so far, the run itself with what its tests started. */
export function secondsOf(modules: readonly TestModule[]): number {
  return cpuMilliseconds() / 1000 + sum(modules.map(fileSeconds));
}

export function secondsByArea(modules: readonly TestModule[]): Map<Area, number> {
  const seconds = new Map<Area, number>();
  for (const module of modules) {
    const area = areaOf(module.project.name, module.relativeModuleId);
    seconds.set(area, (seconds.get(area) ?? 0) + fileSeconds(module));
  }
  return seconds;
}

export function fileSeconds(module: TestModule): number {
  return (module.meta().cpu ?? 0) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
