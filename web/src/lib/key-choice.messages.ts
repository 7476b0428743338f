import { defineMessages, type Formats } from '@rolecall/contract';

interface Count {
  readonly count: number;
}

/** What asks whether API keys end along with sessions. */
export const keyChoiceMessages = defineMessages({
  en: {
    end_keys: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: 'End my API key, too', other: 'End my # API keys, too' }),
    why: 'A stranger may have made one. Programs that use a key need a new one then.',
  },
  de: {
    end_keys: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Auch meinen API-Schlüssel beenden',
        other: 'Auch meine # API-Schlüssel beenden',
      }),
    why: 'Jemand Fremdes könnte einen erstellt haben. Programme, die einen benutzen, brauchen dann einen neuen.',
  },
  fr: {
    end_keys: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Fermer aussi ma clé d’API',
        many: 'Fermer aussi mes # clés d’API',
        other: 'Fermer aussi mes # clés d’API',
      }),
    why: 'Quelqu’un d’autre a pu en créer une. Les programmes qui s’en servent auront besoin d’une nouvelle clé.',
  },
  es: {
    end_keys: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Cerrar también mi clave de API',
        many: 'Cerrar también mis # claves de API',
        other: 'Cerrar también mis # claves de API',
      }),
    why: 'Otra persona puede haber creado una. Los programas que usen una necesitarán una nueva.',
  },
});
