import { defineMessages } from '@rolecall/contract';

export const privacyMessages = defineMessages({
  en: { last_operator: 'You are the last operator. Make somebody else an operator first.' },
  de: { last_operator: 'Dein Konto ist das letzte des Betriebs. Gib zuerst jemand anderem diese Rolle.' },
  fr: { last_operator: 'Vous êtes le dernier opérateur. Donnez d’abord ce rôle à quelqu’un d’autre.' },
  es: { last_operator: 'Es la última persona de operación. Dé antes ese rol a otra.' },
});
