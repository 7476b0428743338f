import type { ComponentType } from 'react';
import * as areas from '../areas/index.ts';
import type { Area, CompanionProps } from './area.ts';

const all: readonly Area[] = Object.values(areas);
const companions: readonly ComponentType<CompanionProps>[] = all.flatMap((area) => area.companions ?? []);

/** What areas put beside every page. */
export const Companions = (props: CompanionProps) =>
  companions.map((Companion) => <Companion key={Companion.displayName ?? Companion.name} {...props} />);

/** What areas add to the settings of the account about its safety. */
export const securitySettings: readonly ComponentType[] = all.flatMap((area) => area.securitySettings ?? []);

/** What areas add to the settings of notifications. */
export const notificationSettings: readonly ComponentType[] = all.flatMap(
  (area) => area.notificationSettings ?? [],
);
