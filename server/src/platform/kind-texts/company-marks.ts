import type { ByLocale } from './by-locale.ts';

/** What a company is called that has not shown who it is. */
export const companyNotVerified: ByLocale<string> = {
  en: 'Company not verified',
  de: 'Firma nicht bestätigt',
  fr: 'Entreprise non vérifiée',
  es: 'Empresa no verificada',
};

/** What stands before the domain that a company has proven. */
export const verifiedBy: ByLocale<string> = {
  en: 'verified: ',
  de: 'bestätigt: ',
  fr: 'vérifiée : ',
  es: 'verificada: ',
};

/**
 * What is said of the company behind a text about its job, as Liquid: that it has not shown who it is, or which domain it has
 * proven. By the domain people can tell it from another one that has taken its name.
 */
export const companyMark: ByLocale<string> = companyMarkIn('');

/** What applicants read beside the words of a company that has not shown who it is. */
export const unverifiedWarning: ByLocale<string> = {
  en: '{{ company_name }} has not shown who it is: company not verified. Nobody who hires you needs your money, your bank login or a code that was sent to you.',
  de: '{{ company_name }} hat nicht gezeigt, wer dahintersteht: Firma nicht bestätigt. Wer dich einstellt, braucht weder dein Geld noch deinen Bankzugang noch einen Code, den du bekommen hast.',
  fr: '{{ company_name }} n’a pas montré qui elle est : entreprise non vérifiée. Qui vous embauche n’a besoin ni de votre argent, ni de vos accès bancaires, ni d’un code que vous avez reçu.',
  es: '{{ company_name }} no ha demostrado quién es: empresa no verificada. Quien te contrata no necesita tu dinero, ni tus claves del banco, ni un código que te hayan enviado.',
};

/** The same of a job of a list. @param at what stands before its fields, such as `job.` */
export function companyMarkIn(at: string): ByLocale<string> {
  const markIn = (locale: keyof ByLocale<string>) =>
    `{% if ${at}company_unverified %} · ${companyNotVerified[locale]}{% elsif ${at}company_domain %} · ${verifiedBy[locale]}{{ ${at}company_domain }}{% endif %}`;
  return { en: markIn('en'), de: markIn('de'), fr: markIn('fr'), es: markIn('es') };
}

/** How a kind about a job looks when its company is such a one. */
export const companyForms = [
  ['unverified company', { company_unverified: true }],
  ['proven domain', { company_domain: 'northquay.example' }],
] as const;
