import {
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  remark,
  sampleApplication,
  soft,
} from '../../../../platform/kind-texts/index.ts';
import { statusBand } from './status-band.ts';
import { statusWords } from './status-words/index.ts';
import { hasApplied } from './why.ts';

export const offer = kindTexts({
  kind: 'offer',
  words: {
    en: {
      title: 'An offer from {{ company_name }}',
      message: `{{ company_name }} offers you the job {{ job_title }}.${remark}`,
      step: statusWords.en.offer,
      hint: 'Take the time that you need to read it. Questions are welcome before you decide.',
    },
    de: {
      title: 'Ein Angebot von {{ company_name }}',
      message: `{{ company_name }} bietet dir die Stelle {{ job_title }} an.${remark}`,
      step: statusWords.de.offer,
      hint: 'Nimm dir die Zeit, die du zum Lesen brauchst. Fragen sind vor der Entscheidung willkommen.',
    },
    fr: {
      title: 'Proposition d’embauche : {{ company_name }}',
      message: `{{ company_name }} vous propose le poste {{ job_title }}.${remark}`,
      step: statusWords.fr.offer,
      hint: 'Prenez le temps de la lire. Toutes les questions sont permises avant de décider.',
    },
    es: {
      title: 'Una oferta de {{ company_name }}',
      message: `{{ company_name }} te ofrece el puesto {{ job_title }}.${remark}`,
      step: statusWords.es.offer,
      hint: 'Tómate el tiempo que necesites para leerla. Puedes preguntar lo que quieras antes de decidir.',
    },
  },
  mail: ({ step, hint }, { greeting, button, company }) =>
    mail(
      step.headline,
      '{{ message }}',
      statusBand('offer', step.label),
      headline(step.headline),
      greeting,
      paragraph(step.text),
      ...company,
      quotation('note'),
      button,
      soft(hint),
    ),
  why: hasApplied,
  sample: { ...sampleApplication, note: 'We would be happy to have you aboard.' },
});
