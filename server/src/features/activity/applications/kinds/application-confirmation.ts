import {
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { statusBand } from './status-band.ts';

export const applicationConfirmation = kindTexts({
  kind: 'application_confirmation',
  words: {
    en: {
      title: 'Your application has arrived',
      message: '{{ company_name }} has your application for {{ job_title }}.',
      subject: 'Your application for {{ job_title }} has arrived',
      text: 'You hear of every step, and can follow or withdraw your application at any time.',
      label: 'Received',
    },
    de: {
      title: 'Deine Bewerbung ist angekommen',
      message: '{{ company_name }} hat deine Bewerbung für {{ job_title }} erhalten.',
      subject: 'Deine Bewerbung für {{ job_title }} ist angekommen',
      text: 'Du erfährst von jedem Schritt und kannst deine Bewerbung jederzeit verfolgen oder zurückziehen.',
      label: 'Eingegangen',
    },
    fr: {
      title: 'Votre candidature est bien arrivée',
      message: '{{ company_name }} a reçu votre candidature pour {{ job_title }}.',
      subject: 'Votre candidature pour {{ job_title }} est arrivée',
      text: 'Chaque étape vous sera annoncée. Vous pouvez suivre ou retirer votre candidature à tout moment.',
      label: 'Reçue',
    },
    es: {
      title: 'Tu candidatura ha llegado',
      message: '{{ company_name }} ha recibido tu candidatura para {{ job_title }}.',
      subject: 'Tu candidatura para {{ job_title }} ha llegado',
      text: 'Te avisaremos de cada paso. Puedes seguir o retirar tu candidatura cuando quieras.',
      label: 'Recibida',
    },
  },
  mail: ({ subject, label, text }, { greeting, button, company }) =>
    mail(
      subject,
      '{{ message }}',
      statusBand('submitted', label),
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(text),
      ...company,
      button,
    ),
  why: {
    en: 'You get this mail because you have applied for a job.',
    de: 'Du bekommst diese Mail, weil du dich beworben hast.',
    fr: 'Vous recevez cet e-mail parce que vous avez postulé.',
    es: 'Recibes este correo porque has presentado una candidatura.',
  },
  sample: sampleApplication,
});
