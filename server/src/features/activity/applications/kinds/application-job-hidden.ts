import {
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { hasApplied } from './why.ts';

export const applicationJobHidden = kindTexts({
  kind: 'application_job_hidden',
  words: {
    en: {
      title: 'Take care with {{ job_title }}',
      message:
        'We have taken this posting of {{ company_name }} out of sight, since it does not seem trustworthy.',
      hint: 'Do not pay anything, and send no bank details or identity papers. If you have done so, tell your bank and the police. Your application stays here, and you can withdraw it.',
    },
    de: {
      title: 'Vorsicht bei {{ job_title }}',
      message:
        'Wir haben diese Anzeige von {{ company_name }} ausgeblendet, weil sie nicht vertrauenswürdig scheint.',
      hint: 'Zahl nichts und schick keine Bankdaten oder Ausweispapiere. Hast du das schon getan, sag es deiner Bank und der Polizei. Deine Bewerbung bleibt hier stehen, und du kannst sie zurückziehen.',
    },
    fr: {
      title: 'Prudence avec {{ job_title }}',
      message: 'Nous avons masqué cette offre de {{ company_name }}, car elle ne semble pas fiable.',
      hint: 'Ne payez rien et n’envoyez ni données bancaires ni papiers d’identité. Si vous l’avez fait, prévenez votre banque et la police. Votre candidature reste ici, et vous pouvez la retirer.',
    },
    es: {
      title: 'Cuidado con {{ job_title }}',
      message: 'Hemos ocultado esta oferta de {{ company_name }}, porque no parece de fiar.',
      hint: 'No pagues nada ni envíes datos bancarios o documentos de identidad. Si ya lo has hecho, avisa a tu banco y a la policía. Tu candidatura sigue aquí, y puedes retirarla.',
    },
  },
  mail: ({ hint }, { greeting, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(hint),
      button,
    ),
  why: hasApplied,
  sample: sampleApplication,
});
