import { useQuery } from '@tanstack/react-query';
import type { TimeFormat } from './format.ts';
import { accountQueries } from './queries/account.ts';
import { useAccount } from './session.ts';

/** The interface is in English, so numbers and dates are too; in the region's way where the browser names one. */
export const locale: string = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the profile; for a guest that of the browser. */
export function useTimeFormat(): TimeFormat {
  const signedIn = useAccount() !== null;
  const { data: profile } = useQuery({ ...accountQueries.profile(), enabled: signedIn });
  return { locale, timeZone: profile?.time_zone ?? browserTimeZone() };
}
