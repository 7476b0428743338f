import { defineMessages } from '@rolecall/contract';

/** The mail with the code by which a company proves its domain. */
export const proofMessages = defineMessages({
  en: {
    about:
      'This code proves that a company on Rolecall has this domain. Whoever asked you for it enters it there within 30 minutes. If you know nothing of it, do nothing, and give the code to nobody.',
  },
  de: {
    about:
      'Mit diesem Code weist eine Firma bei Rolecall nach, dass ihr diese Domain gehört. Er gilt 30 Minuten. Wenn du davon nichts weißt, tu nichts, und gib ihn niemandem.',
  },
  fr: {
    about:
      'Ce code prouve qu’une entreprise sur Rolecall possède ce domaine. Il est valable 30 minutes. Si vous n’êtes pas au courant, ne faites rien et ne le donnez à personne.',
  },
  es: {
    about:
      'Este código demuestra que una empresa en Rolecall posee este dominio. Vale 30 minutos. Si no sabes nada de ello, no hagas nada y no se lo des a nadie.',
  },
});
