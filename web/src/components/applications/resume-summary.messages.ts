import { defineMessages } from '@rolecall/contract';

/** What a recruiter reads of a résumé beside its file. */
export const resumeSummaryMessages = defineMessages({
  en: { skills: 'Skills in it', text: 'Read its text here' },
  de: { skills: 'Kenntnisse darin', text: 'Seinen Text hier lesen' },
  fr: { skills: 'Compétences citées', text: 'Lire son texte ici' },
  es: { skills: 'Habilidades que nombra', text: 'Leer aquí su texto' },
});
