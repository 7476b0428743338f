import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const hasAccount: ByLocale<string> = {
  en: 'You get this mail because you have an account at Rolecall.',
  de: 'Du bekommst diese Mail, weil du ein Konto bei Rolecall hast.',
  fr: 'Vous recevez cet e-mail parce que vous avez un compte sur Rolecall.',
  es: 'Recibes este correo porque tienes una cuenta en Rolecall.',
};
