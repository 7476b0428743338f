import { defineMessages } from '@rolecall/contract';

/** The steps of a story that are no decision about a delivery. Keys are stable: they are the codes of the steps. */
export const traceMessages = defineMessages({
  en: {
    raised: 'It was raised and written for you.',
    raised_once: 'It was raised and written for you; the same event cannot tell you twice.',
    matched: 'The job fits you by {score:number} %; you hear of jobs from {minimum:number} % on.',
    in_inbox: 'It is in the inbox.',
    not_in_inbox: 'Messages of this kind are never in the inbox.',
    seen: 'You saw it in the inbox.',
    read: 'You read it in the inbox.',
    archived: 'You archived it.',
    pinned: 'You pinned it.',
    came_back: 'It came back to the inbox after you had put it off.',
    nothing_told: 'Nothing has been told about it.',
  },
  de: {
    raised: 'Sie wurde ausgelöst und für dich geschrieben.',
    raised_once:
      'Sie wurde ausgelöst und für dich geschrieben; dasselbe Ereignis kann dich nicht zweimal erreichen.',
    matched: 'Die Stelle passt zu {score:number} % zu dir; du hörst von Stellen ab {minimum:number} %.',
    in_inbox: 'Sie steht im Posteingang.',
    not_in_inbox: 'Nachrichten dieser Art stehen nie im Posteingang.',
    seen: 'Du hast sie im Posteingang gesehen.',
    read: 'Du hast sie im Posteingang gelesen.',
    archived: 'Du hast sie archiviert.',
    pinned: 'Du hast sie angeheftet.',
    came_back: 'Sie kam in den Posteingang zurück, nachdem du sie aufgeschoben hattest.',
    nothing_told: 'Davon wurde nichts mitgeteilt.',
  },
  fr: {
    raised: 'Elle a été déclenchée et écrite pour vous.',
    raised_once:
      'Elle a été déclenchée et écrite pour vous ; le même événement ne peut pas vous prévenir deux fois.',
    matched: 'L’offre vous correspond à {score:number} % ; vous êtes prévenu à partir de {minimum:number} %.',
    in_inbox: 'Elle est dans la boîte de réception.',
    not_in_inbox: 'Les messages de ce type ne sont jamais dans la boîte de réception.',
    seen: 'Vous l’avez vue dans la boîte de réception.',
    read: 'Vous l’avez lue dans la boîte de réception.',
    archived: 'Vous l’avez archivée.',
    pinned: 'Vous l’avez épinglée.',
    came_back: 'Elle est revenue dans la boîte de réception après que vous l’avez reportée.',
    nothing_told: 'Rien n’a été annoncé à ce sujet.',
  },
  es: {
    raised: 'Se produjo y se escribió para ti.',
    raised_once: 'Se produjo y se escribió para ti; el mismo suceso no puede avisarte dos veces.',
    matched: 'La oferta encaja contigo al {score:number} %; se te avisa a partir del {minimum:number} %.',
    in_inbox: 'Está en la bandeja.',
    not_in_inbox: 'Los mensajes de este tipo nunca están en la bandeja.',
    seen: 'La viste en la bandeja.',
    read: 'La leíste en la bandeja.',
    archived: 'La archivaste.',
    pinned: 'La fijaste.',
    came_back: 'Volvió a la bandeja después de que la aplazaras.',
    nothing_told: 'No se ha avisado de nada al respecto.',
  },
});
