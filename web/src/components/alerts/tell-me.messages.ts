import { defineMessages } from '@rolecall/contract';

export const tellMeMessages = defineMessages({
  en: {
    tell_me: 'Tell me about new ones',
    saved: 'You will hear of new ones, daily at 09:00',
    change: 'Change',
  },
  de: {
    tell_me: 'Neue melden',
    saved: 'Neue werden dir gemeldet, täglich um 09:00',
    change: 'Ändern',
  },
  fr: {
    tell_me: 'M’avertir des nouvelles',
    saved: 'Les nouvelles vous seront annoncées, chaque jour à 09:00',
    change: 'Modifier',
  },
  es: {
    tell_me: 'Avisarme de los nuevos',
    saved: 'Te avisaremos de los nuevos, cada día a las 09:00',
    change: 'Cambiar',
  },
});
