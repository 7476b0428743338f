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
      title: 'Ihre Bewerbung ist angekommen',
      message: '{{ company_name }} hat Ihre Bewerbung für {{ job_title }} erhalten.',
      subject: 'Ihre Bewerbung für {{ job_title }} ist angekommen',
      text: 'Sie erfahren von jedem Schritt und können Ihre Bewerbung jederzeit verfolgen oder zurückziehen.',
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
      title: 'Su candidatura ha llegado',
      message: '{{ company_name }} ha recibido su candidatura para {{ job_title }}.',
      subject: 'Su candidatura para {{ job_title }} ha llegado',
      text: 'Le avisaremos de cada paso. Puede seguir o retirar su candidatura cuando quiera.',
      label: 'Recibida',
    },
  },
  mail: ({ subject, label, text }, { greeting, button }) =>
    mail(
      subject,
      '{{ message }}',
      statusBand('submitted', label),
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(text),
      button,
    ),
  why: {
    en: 'You get this mail because you have applied for a job.',
    de: 'Sie bekommen diese Mail, weil Sie sich beworben haben.',
    fr: 'Vous recevez cet e-mail parce que vous avez postulé.',
    es: 'Recibe este correo porque ha presentado una candidatura.',
  },
  sample: sampleApplication,
});
