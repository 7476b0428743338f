import type { Locale } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { askForBuild } from './build.ts';
import type { TimeFormat } from './format.ts';
import { accountQueries } from './queries/account.ts';
import { browserTimeZone, formatLocale } from './region.ts';
import { useSession } from './session.ts';
import { browserLanguage, rememberLanguage, speak, useSpokenLanguage } from './spoken.ts';

interface Language {
  readonly locale: Locale;
  /** For numbers and dates: the language as it is spoken in the region that the browser names. */
  readonly formatLocale: string;
  /** For messages that tell a moment. */
  readonly timeZone: string;
}

const LanguageContext = createContext<Language>({ locale: 'en', formatLocale: 'en-GB', timeZone: 'UTC' });

/** Speaks the language of the profile, and that of the browser to guests. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { status } = useSession();
  const { data: profile } = useQuery({ ...accountQueries.profile(), enabled: status === 'signed_in' });
  const own = status === 'signed_in' ? profile?.locale : undefined;
  const wanted = status === 'signed_out' ? browserLanguage() : own;
  const timeZone = (status === 'signed_in' ? profile?.time_zone : undefined) ?? browserTimeZone();
  const locale = useSpokenLanguage();

  useEffect(() => {
    // Until that is known it stays as it is.
    if (wanted === undefined) return;
    rememberLanguage(own);
    // The texts of a build that there is no more: the next page is of the new one.
    void speak(wanted).catch(askForBuild);
  }, [wanted, own]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const language = useMemo(
    () => ({ locale, formatLocale: formatLocale(locale), timeZone }),
    [locale, timeZone],
  );
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** For the functions of `format.ts`. */
export function useTimeFormat(): TimeFormat {
  const { formatLocale: locale, timeZone } = useLanguage();
  return { locale, timeZone };
}

/** The messages of an area in the person's language. */
export function useMessages<Words>(catalogue: (locale: string, timeZone: string) => Words): Words {
  const { locale, timeZone } = useLanguage();
  return catalogue(locale, timeZone);
}
