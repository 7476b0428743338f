import { defineMessages } from '@rolecall/contract';

/** What recruiters read of a rejection that the applicant does not know yet. */
export const pendingDecisionMessages = defineMessages({
  en: {
    title: 'Not told yet',
    told_on: 'The applicant is told on {at:date_time}.',
    told_on_there: 'The applicant is told on {at:date_time}, by the clocks of {zone}.',
    until_then: 'Until then it can be taken back, and the applicant sees “{status}”.',
    take_back: 'Take it back',
    taken_back: 'Taken back. The applicant hears nothing of it.',
    about_rejections:
      'The applicant is told in the hours of a working day where they live. Until then you can take it back.',
  },
  de: {
    title: 'Noch nicht mitgeteilt',
    told_on: 'Wer sich beworben hat, erfährt es am {at:date_time}.',
    told_on_there: 'Wer sich beworben hat, erfährt es am {at:date_time}, nach den Uhren von {zone}.',
    until_then: 'Bis dahin kannst du es zurücknehmen; so lange ist dort „{status}“ zu sehen.',
    take_back: 'Zurücknehmen',
    taken_back: 'Zurückgenommen. Niemand erfährt davon.',
    about_rejections:
      'Wer sich beworben hat, erfährt es zu den Stunden eines Arbeitstags am eigenen Ort. Bis dahin kannst du es zurücknehmen.',
  },
  fr: {
    title: 'Pas encore annoncé',
    told_on: 'La personne sera prévenue le {at:date_time}.',
    told_on_there: 'La personne sera prévenue le {at:date_time}, à l’heure de {zone}.',
    until_then: 'D’ici là, vous pouvez revenir sur cette décision ; la personne voit « {status} ».',
    take_back: 'Annuler le refus',
    taken_back: 'Refus annulé. La personne n’en saura rien.',
    about_rejections:
      'La personne sera prévenue aux heures d’un jour ouvré, là où elle vit. D’ici là, vous pouvez revenir sur cette décision.',
  },
  es: {
    title: 'Aún sin comunicar',
    told_on: 'La persona lo sabrá el {at:date_time}.',
    told_on_there: 'La persona lo sabrá el {at:date_time}, hora de {zone}.',
    until_then: 'Hasta entonces puedes echarte atrás; la persona ve «{status}».',
    take_back: 'Retirar el rechazo',
    taken_back: 'Rechazo retirado. La persona no se entera.',
    about_rejections:
      'La persona lo sabrá en horas de un día laborable, donde vive. Hasta entonces puedes echarte atrás.',
  },
});
