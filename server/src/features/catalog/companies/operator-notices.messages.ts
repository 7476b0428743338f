import { defineMessages } from '@rolecall/contract';

/** What operators are told of companies. */
export const operatorNoticeMessages = defineMessages({
  en: {
    record_missing: 'The DNS record of a company is gone',
    record_missing_about:
      '{company} was verified by it. If it does not come back within 14 days, the company is unverified.',
    lapsed: 'A company is not verified any more',
    lapsed_about: 'The DNS record of {company} was gone for 14 days.',
    name_waits: 'A company waits for you to look at its name',
    name_waits_about:
      '{company} has proven a domain, but it could be taken for another, is like one that was refused, or its mailbox could be a customer’s. Confirm or refuse it.',
    see: 'See the company',
  },
  de: {
    record_missing: 'Der DNS-Eintrag einer Firma ist weg',
    record_missing_about:
      '{company} war durch ihn bestätigt. Kommt er nicht in 14 Tagen zurück, ist die Firma nicht mehr bestätigt.',
    lapsed: 'Eine Firma ist nicht mehr bestätigt',
    lapsed_about: 'Der DNS-Eintrag von {company} war 14 Tage lang weg.',
    name_waits: 'Eine Firma wartet darauf, dass du ihren Namen ansiehst',
    name_waits_about:
      '{company} hat eine Domain nachgewiesen, lässt sich aber verwechseln, gleicht einer abgelehnten Firma, oder das Postfach könnte das eines Kunden sein. Bestätige sie oder lehne sie ab.',
    see: 'Firma ansehen',
  },
  fr: {
    record_missing: 'L’enregistrement DNS d’une entreprise a disparu',
    record_missing_about:
      '{company} était vérifiée par lui. S’il ne revient pas sous 14 jours, l’entreprise ne sera plus vérifiée.',
    lapsed: 'Une entreprise n’est plus vérifiée',
    lapsed_about: 'L’enregistrement DNS de {company} a été absent pendant 14 jours.',
    name_waits: 'Une entreprise attend que vous regardiez son nom',
    name_waits_about:
      '{company} a prouvé un domaine, mais peut être confondue avec une autre, ressemble à une entreprise refusée, ou sa boîte peut être celle d’un client. Confirmez-la ou refusez-la.',
    see: 'Voir l’entreprise',
  },
  es: {
    record_missing: 'Ha desaparecido el registro DNS de una empresa',
    record_missing_about:
      '{company} estaba verificada por él. Si no vuelve en 14 días, la empresa dejará de estar verificada.',
    lapsed: 'Una empresa ya no está verificada',
    lapsed_about: 'El registro DNS de {company} faltó durante 14 días.',
    name_waits: 'Una empresa espera a que mires su nombre',
    name_waits_about:
      '{company} ha demostrado un dominio, pero puede confundirse con otra, se parece a una rechazada, o su buzón puede ser el de un cliente. Confírmala o recházala.',
    see: 'Ver la empresa',
  },
});
