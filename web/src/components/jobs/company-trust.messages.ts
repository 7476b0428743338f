import { defineMessages } from '@rolecall/contract';

/** What is said of a company that has not shown who it is. */
export const companyTrustMessages = defineMessages({
  en: {
    unverified: 'Unverified',
    warning:
      'Nobody has checked that this company is who it says it is. Never pay a fee, and give no bank details or copies of papers.',
  },
  de: {
    unverified: 'Nicht bestätigt',
    warning:
      'Niemand hat geprüft, ob diese Firma ist, wer sie zu sein vorgibt. Zahle nie eine Gebühr, und gib keine Bankdaten oder Kopien von Ausweisen heraus.',
  },
  fr: {
    unverified: 'Non vérifiée',
    warning:
      'Personne n’a vérifié que cette entreprise est bien celle qu’elle dit être. Ne payez jamais de frais et ne donnez ni coordonnées bancaires ni copies de papiers.',
  },
  es: {
    unverified: 'No verificada',
    warning:
      'Nadie ha comprobado que esta empresa sea quien dice ser. No pagues nunca una tasa ni des datos bancarios o copias de documentos.',
  },
});
