import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const hasAccount: ByLocale<string> = {
  en: 'You get this mail because you have an account at Rolecall.',
  de: 'Sie bekommen diese Mail, weil Sie ein Konto bei Rolecall haben.',
  fr: 'Vous recevez cet e-mail parce que vous avez un compte sur Rolecall.',
  es: 'Recibe este correo porque tiene una cuenta en Rolecall.',
};
