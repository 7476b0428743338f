import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const hasApplied: ByLocale<string> = {
  en: 'You get this mail because of an application that you have made.',
  de: 'Du bekommst diese Mail wegen einer Bewerbung, die du verschickt hast.',
  fr: 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée.',
  es: 'Recibes este correo por una candidatura que has presentado.',
};
