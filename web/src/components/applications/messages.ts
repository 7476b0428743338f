import { defineMessages } from '@rolecall/contract';

/** What lists of applications and interviews say. */
export const applicationPartsMessages = defineMessages({
  en: {
    sent: '· sent',
    moved: 'Moved',
    cancelled: 'Cancelled',
    link: 'Link:',
    place: 'Place:',
  },
  de: {
    sent: '· gesendet',
    moved: 'Verschoben',
    cancelled: 'Abgesagt',
    link: 'Link:',
    place: 'Ort:',
  },
  fr: {
    sent: '· envoyée',
    moved: 'Déplacé',
    cancelled: 'Annulé',
    link: 'Lien :',
    place: 'Lieu :',
  },
  es: {
    sent: '· enviada',
    moved: 'Aplazada',
    cancelled: 'Cancelada',
    link: 'Enlace:',
    place: 'Lugar:',
  },
});
