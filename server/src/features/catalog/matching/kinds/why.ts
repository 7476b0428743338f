import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const wantsJobs: ByLocale<string> = {
  en: 'You get this mail because you want to hear of jobs by e-mail.',
  de: 'Sie bekommen diese Mail, weil Sie per E-Mail von Jobs erfahren möchten.',
  fr: 'Vous recevez cet e-mail parce que vous souhaitez être informé des offres par e-mail.',
  es: 'Recibe este correo porque quiere enterarse de empleos por correo electrónico.',
};

export const wantsTips: ByLocale<string> = {
  en: 'You get this mail because you want tips for your career by e-mail.',
  de: 'Sie bekommen diese Mail, weil Sie per E-Mail Tipps für Ihre Karriere möchten.',
  fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
  es: 'Recibe este correo porque quiere consejos para su carrera por correo electrónico.',
};
