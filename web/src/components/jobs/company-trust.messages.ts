import { defineMessages } from '@rolecall/contract';

/** What is said of a company: that it has not shown who it is, or by what it has. */
export const companyTrustMessages = defineMessages({
  en: {
    unverified: 'Unverified',
    verified: 'verified: {domain}',
    verified_about: 'The company has shown that {domain} is its domain.',
    by_operator: 'confirmed by the operator',
    warning:
      'Nobody has checked that this company is who it says it is. Never pay a fee, and give no bank details or copies of papers.',
  },
  de: {
    unverified: 'Nicht bestätigt',
    verified: 'bestätigt: {domain}',
    verified_about: 'Das Unternehmen hat nachgewiesen, dass {domain} seine Domain ist.',
    by_operator: 'vom Betreiber bestätigt',
    warning:
      'Niemand hat geprüft, ob dieses Unternehmen ist, wer es zu sein vorgibt. Zahle nie eine Gebühr, und gib keine Bankdaten oder Kopien von Ausweisen heraus.',
  },
  fr: {
    unverified: 'Non vérifiée',
    verified: 'vérifiée : {domain}',
    verified_about: 'L’entreprise a prouvé que {domain} est son domaine.',
    by_operator: 'confirmée par l’opérateur',
    warning:
      'Personne n’a vérifié que cette entreprise est bien celle qu’elle dit être. Ne payez jamais de frais et ne donnez ni coordonnées bancaires ni copies de papiers.',
  },
  es: {
    unverified: 'No verificada',
    verified: 'verificada: {domain}',
    verified_about: 'La empresa ha demostrado que {domain} es su dominio.',
    by_operator: 'confirmada por el operador',
    warning:
      'Nadie ha comprobado que esta empresa sea quien dice ser. No pagues nunca una tasa ni des datos bancarios o copias de documentos.',
  },
});
