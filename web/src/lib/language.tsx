import { type Locale, localeOf } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { browserTimeZone } from './locale.ts';
import { accountQueries } from './queries/account.ts';
import { useAccount } from './session.ts';

interface Language {
  readonly locale: Locale;
  /** For messages that tell a moment. */
  readonly timeZone: string;
}

/** The language of the browser, for guests and until the profile is there. */
const ofBrowser = (): Language => ({ locale: localeOf(navigator.language), timeZone: browserTimeZone() });

const LanguageContext = createContext<Language>({ locale: 'en', timeZone: 'UTC' });

/** Speaks the language of the profile, and that of the browser to guests. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const signedIn = useAccount() !== null;
  const { data: profile } = useQuery({ ...accountQueries.profile(), enabled: signedIn });
  const fallback = ofBrowser();
  const locale = (signedIn ? profile?.locale : undefined) ?? fallback.locale;
  const timeZone = (signedIn ? profile?.time_zone : undefined) ?? fallback.timeZone;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <LanguageContext value={{ locale, timeZone }}>{children}</LanguageContext>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** The messages of an area in the person's language. */
export function useMessages<Words>(catalogue: (locale: string, timeZone: string) => Words): Words {
  const { locale, timeZone } = useLanguage();
  return catalogue(locale, timeZone);
}
