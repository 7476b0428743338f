import {
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  remark,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { statusBand } from './status-band.ts';
import { statusWords } from './status-words/index.ts';
import { hasApplied } from './why.ts';

export const rejection = kindTexts({
  kind: 'rejection',
  words: {
    en: {
      title: 'News about {{ job_title }}',
      message: `{{ company_name }} has decided not to go on with your application.${remark}`,
      step: statusWords.en.rejected,
      hint: 'It says little about what you can do. New jobs come in every day, and we keep looking for those that fit you.',
    },
    de: {
      title: 'Neues zu {{ job_title }}',
      message: `{{ company_name }} hat sich leider gegen deine Bewerbung entschieden.${remark}`,
      step: statusWords.de.rejected,
      hint: 'Das sagt wenig über dein Können. Jeden Tag kommen neue Jobs herein, und wir suchen weiter nach denen, die zu dir passen.',
    },
    fr: {
      title: 'Du nouveau pour {{ job_title }}',
      message: `{{ company_name }} n’a pas donné suite à votre candidature.${remark}`,
      step: statusWords.fr.rejected,
      hint: 'Cela dit peu de choses de vos capacités. De nouvelles offres arrivent chaque jour, et nous continuons à chercher celles qui vous correspondent.',
    },
    es: {
      title: 'Novedades sobre {{ job_title }}',
      message: `{{ company_name }} ha decidido no seguir adelante con tu candidatura.${remark}`,
      step: statusWords.es.rejected,
      hint: 'Dice poco de lo que sabes hacer. Cada día llegan empleos nuevos, y seguimos buscando los que encajan contigo.',
    },
  },
  mail: ({ step, hint }, { greeting, button, company }) =>
    mail(
      step.headline,
      '{{ message }}',
      statusBand('rejected', step.label),
      headline(step.headline),
      greeting,
      paragraph(step.text),
      ...company,
      quotation('note'),
      paragraph(hint),
      button,
    ),
  why: hasApplied,
  sample: { ...sampleApplication, note: 'Thank you for your time.' },
});
