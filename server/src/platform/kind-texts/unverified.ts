import type { ByLocale } from './kind-texts.ts';

/** What a company is called that has not shown who it is. */
export const companyNotVerified: ByLocale<string> = {
  en: 'Company not verified',
  de: 'Firma nicht bestätigt',
  fr: 'Entreprise non vérifiée',
  es: 'Empresa no verificada',
};

/** The same as Liquid, behind a text about a job of such a company. */
export const unverifiedMark: ByLocale<string> = {
  en: markOf(companyNotVerified.en),
  de: markOf(companyNotVerified.de),
  fr: markOf(companyNotVerified.fr),
  es: markOf(companyNotVerified.es),
};

function markOf(words: string): string {
  return `{% if company_unverified %} · ${words}{% endif %}`;
}

/** How a kind about a job looks when its company is such a one. */
export const unverifiedForm = ['unverified company', { company_unverified: true }] as const;
