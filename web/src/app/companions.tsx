import { type ComponentType, createElement, Fragment, Suspense, useState } from 'react';
import * as areas from '../areas/index.ts';
import { useAccount } from '../lib/session.ts';
import type { Area, CompanionProps } from './area.ts';

const all: readonly Area[] = Object.values(areas);
const companions: readonly ComponentType<CompanionProps>[] = all.flatMap((area) => area.companions ?? []);

/** What areas put beside every page, from when somebody has signed in. */
export function Companions(props: CompanionProps) {
  const isSignedIn = useAccount() !== null;
  const [areNeeded, setNeeded] = useState(false);
  if (isSignedIn && !areNeeded) setNeeded(true);
  if (!areNeeded) return null;
  return (
    <Suspense>
      {createElement(Fragment, null, ...companions.map((Companion) => createElement(Companion, props)))}
    </Suspense>
  );
}

/** What areas add to the settings of the account about its safety. */
export const securitySettings: readonly ComponentType[] = all.flatMap((area) => area.securitySettings ?? []);

/** What areas add to the settings of notifications. */
export const notificationSettings: readonly ComponentType[] = all.flatMap(
  (area) => area.notificationSettings ?? [],
);
