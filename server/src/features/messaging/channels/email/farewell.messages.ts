import { defineMessages } from '@rolecall/contract';

/** The last mail to who has left. */
export const farewellMessages = defineMessages({
  en: {
    subject: 'Your account is deleted',
    hello: ({ name }: { readonly name: string }) => (name === '' ? 'Hello,' : `Hello ${name},`),
    text: 'your account and everything that was kept with it have been deleted, as you asked. This is the last mail that you get from us.',
  },
  de: {
    subject: 'Dein Konto ist gelöscht',
    hello: ({ name }: { readonly name: string }) => (name === '' ? 'Hallo,' : `Hallo ${name},`),
    text: 'dein Konto und alles, was dazu gespeichert war, ist gelöscht, wie du es wolltest. Das ist die letzte Mail, die du von uns bekommst.',
  },
  fr: {
    subject: 'Votre compte est supprimé',
    hello: ({ name }: { readonly name: string }) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    text: 'votre compte et tout ce qui y était conservé ont été supprimés, comme vous l’avez demandé. Ceci est le dernier message que vous recevez de nous.',
  },
  es: {
    subject: 'Tu cuenta está eliminada',
    hello: ({ name }: { readonly name: string }) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
    text: 'tu cuenta y todo lo que se guardaba con ella se han eliminado, como pediste. Este es el último correo que recibes de nosotros.',
  },
});
