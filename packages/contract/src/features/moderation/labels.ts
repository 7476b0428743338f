import { defineMessages } from '../../messages/index.ts';

/** What a flagged posting asks for, in a sentence. */
export const flagMessages = defineMessages({
  en: {
    fee: 'It asks applicants to pay for something.',
    bank_details: 'It asks for bank or card details before anybody is hired.',
    identity: 'It asks for identity papers before anybody is hired.',
    messenger: 'It moves the talk to a messenger or a private address.',
    reshipping: 'It has people receive parcels at home and send them on.',
    money_transfer: 'It has people pass on money by their own account or by cheques.',
    account_opening: 'It has people open accounts in their name for others.',
    crypto: 'It has people pay in or pass on cryptocurrency.',
    remote_access: 'It wants to see the applicant’s screen or online banking.',
    advance: 'It sends money ahead for errands.',
    pyramid: 'It earns by having people buy in and bring others.',
    disguised: 'It writes words with letters that only look alike, which hides them from programs.',
  },
  de: {
    fee: 'Sie verlangt von Bewerbern, etwas zu bezahlen.',
    bank_details: 'Sie fragt vor der Einstellung nach Bank- oder Kartendaten.',
    identity: 'Sie fragt vor der Einstellung nach Ausweispapieren.',
    messenger: 'Sie verlegt das Gespräch in einen Messenger oder auf eine private Adresse.',
    reshipping: 'Sie lässt Pakete zu Hause annehmen und weiterschicken.',
    money_transfer: 'Sie lässt Geld über das eigene Konto oder mit Schecks weiterleiten.',
    account_opening: 'Sie lässt für andere Konten auf den eigenen Namen eröffnen.',
    crypto: 'Sie lässt Kryptowährung einzahlen oder weiterleiten.',
    remote_access: 'Sie will den Bildschirm oder das Online-Banking von Bewerbern sehen.',
    advance: 'Sie schickt vorab Geld für Besorgungen.',
    pyramid: 'Sie verdient daran, dass Leute sich einkaufen und andere mitbringen.',
    disguised:
      'Sie schreibt Wörter mit Buchstaben, die nur ähnlich aussehen, und versteckt sie so vor Programmen.',
  },
  fr: {
    fee: 'Elle demande aux candidats de payer quelque chose.',
    bank_details: 'Elle demande des données bancaires ou de carte avant l’embauche.',
    identity: 'Elle demande des papiers d’identité avant l’embauche.',
    messenger: 'Elle déplace la conversation vers une messagerie ou une adresse privée.',
    reshipping: 'Elle fait recevoir des colis à domicile et les fait réexpédier.',
    money_transfer: 'Elle fait transiter de l’argent par un compte personnel ou par chèque.',
    account_opening: 'Elle fait ouvrir des comptes à son nom pour autrui.',
    crypto: 'Elle fait verser ou transférer des cryptomonnaies.',
    remote_access: 'Elle veut voir l’écran ou la banque en ligne des candidats.',
    advance: 'Elle envoie de l’argent d’avance pour des courses.',
    pyramid: 'Elle gagne en faisant acheter une entrée et amener d’autres personnes.',
    disguised:
      'Elle écrit des mots avec des lettres qui se ressemblent seulement, ce qui les cache aux programmes.',
  },
  es: {
    fee: 'Pide a los candidatos que paguen algo.',
    bank_details: 'Pide datos bancarios o de tarjeta antes de contratar.',
    identity: 'Pide documentos de identidad antes de contratar.',
    messenger: 'Lleva la conversación a una mensajería o a una dirección privada.',
    reshipping: 'Hace recibir paquetes en casa y reenviarlos.',
    money_transfer: 'Hace pasar dinero por la cuenta propia o con cheques.',
    account_opening: 'Hace abrir cuentas a nombre propio para otros.',
    crypto: 'Hace ingresar o reenviar criptomonedas.',
    remote_access: 'Quiere ver la pantalla o la banca en línea de los candidatos.',
    advance: 'Envía dinero por adelantado para encargos.',
    pyramid: 'Gana con que la gente compre su entrada y traiga a otros.',
    disguised: 'Escribe palabras con letras que solo se parecen, lo que las oculta a los programas.',
  },
});

/** Why a job is reported. */
export const reportMessages = defineMessages({
  en: {
    fraud: 'It looks like fraud',
    asks_for_money: 'It asks for money or bank details',
    wrong_company: 'It is not from the company that it names',
    dead: 'The job does not exist any more',
    discriminating: 'It discriminates against people',
    other: 'Something else',
  },
  de: {
    fraud: 'Es sieht nach Betrug aus',
    asks_for_money: 'Es wird Geld oder eine Bankverbindung verlangt',
    wrong_company: 'Sie ist nicht von der Firma, die sie nennt',
    dead: 'Die Stelle gibt es nicht mehr',
    discriminating: 'Sie benachteiligt Menschen',
    other: 'Etwas anderes',
  },
  fr: {
    fraud: 'Cela ressemble à une arnaque',
    asks_for_money: 'On demande de l’argent ou des données bancaires',
    wrong_company: 'Elle ne vient pas de l’entreprise qu’elle nomme',
    dead: 'Le poste n’existe plus',
    discriminating: 'Elle discrimine des personnes',
    other: 'Autre chose',
  },
  es: {
    fraud: 'Parece un fraude',
    asks_for_money: 'Pide dinero o datos bancarios',
    wrong_company: 'No es de la empresa que nombra',
    dead: 'El puesto ya no existe',
    discriminating: 'Discrimina a personas',
    other: 'Otra cosa',
  },
});
