import { defineMessages } from '@rolecall/contract';

/** What a form says whose draft was kept. */
export const draftNoticeMessages = defineMessages({
  en: { back: 'What you had written is still here.', start_anew: 'Start anew' },
  de: { back: 'Was du geschrieben hattest, ist noch da.', start_anew: 'Neu anfangen' },
  fr: { back: 'Ce que vous aviez écrit est toujours là.', start_anew: 'Recommencer' },
  es: { back: 'Lo que habías escrito sigue aquí.', start_anew: 'Empezar de nuevo' },
});
