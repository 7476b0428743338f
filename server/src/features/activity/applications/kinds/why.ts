import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const hasApplied: ByLocale<string> = {
  en: 'You get this mail because of an application that you have made.',
  de: 'Sie bekommen diese Mail wegen einer Bewerbung, die Sie verschickt haben.',
  fr: 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée.',
  es: 'Recibe este correo por una candidatura que ha presentado.',
};
