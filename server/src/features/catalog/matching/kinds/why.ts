import type { ByLocale } from '../../../../platform/kind-texts/index.ts';

export const wantsJobs: ByLocale<string> = {
  en: 'You get this mail because you want to hear of jobs by e-mail.',
  de: 'Du bekommst diese Mail, weil du per E-Mail von Jobs erfahren möchtest.',
  fr: 'Vous recevez cet e-mail parce que vous souhaitez être informé des offres par e-mail.',
  es: 'Recibes este correo porque quieres enterarte de empleos por correo electrónico.',
};

export const wantsTips: ByLocale<string> = {
  en: 'You get this mail because you want tips for your career by e-mail.',
  de: 'Du bekommst diese Mail, weil du per E-Mail Tipps für deine Karriere möchtest.',
  fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
  es: 'Recibes este correo porque quieres consejos para tu carrera por correo electrónico.',
};
