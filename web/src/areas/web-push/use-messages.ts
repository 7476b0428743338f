import { webPushMessages } from '@rolecall/contract';
import { useLanguage, useMessages } from '../../lib/language.tsx';

/** The words of this area in the language of the person, with that language. */
export function usePushMessages() {
  const { locale: lang } = useLanguage();
  return { lang, words: useMessages(webPushMessages) };
}
