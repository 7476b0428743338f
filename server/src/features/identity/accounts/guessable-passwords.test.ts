import { describe, expect, it } from 'vitest';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createGuessablePasswords } from './guessable-passwords.ts';

const guessable = createGuessablePasswords({
  workers: testWorkers(),
  siteWords: ['Rolecall', 'jobs.example.org'],
});
const mara = { name: 'Mara Lindqvist', email: 'mara.l@sailing.example' };

describe('a password', () => {
  it.each([
    ['password123', 'is in every list'],
    ['Password123', 'is so in another case'],
    ['ｑｗｅｒｔｙｕｉｏｐ', 'is so in full width'],
    ['1234567890', 'is a row of digits'],
    ['football2024!', 'is a common one with a year'],
    ['1q2w3e 4r5t', 'is a common one with a space'],
    ['aaaaaaaaaaaa', 'is one letter'],
    ['abcabcabcabca', 'is three letters over and over'],
    ['Mara Lindqvist', 'is the name'],
    ['lindqvist1984', 'is a part of the name with a year'],
    ['sailing.example', 'is the domain of the address'],
    ['mara.l@sailing.example', 'is the address'],
    ['Rolecall-2026', 'is the name of the site'],
  ])('%s is refused: it %s', async (password) => {
    await expect(guessable.refuse(password, mara)).rejects.toMatchObject({ code: 'password_guessable' });
  });

  it.each([
    'correct horse battery',
    'lindqvist sails on thursdays',
    'ten green bottles 7',
    'xkcd-tr0ub4dor',
    'éléphant-rosé-42',
    'my rolecall pass phrase',
  ])('%s is taken, whatever it is made of', async (password) => {
    await guessable.refuse(password, mara);
  });

  describe.each([
    [
      'German',
      'Passwort123! Sommer2026!! Willkommen1! Schatz123456 Geheimnis99! Frühling2026 Fussball2026 Hamburg-2026',
    ],
    [
      'French',
      'Bienvenue2026 Motdepasse1! Bonjour12345! Soleil2026!! Chocolat2026 Printemps26! Doudou123456 Marseille13!',
    ],
    [
      'Spanish',
      'Contraseña1! Contrasena123 Bienvenido2026 Verano2026!! Hola123456! Princesa2026 Primavera26! Futbol12345!',
    ],
    [
      'English',
      'Welcome2026!! Summer2026!! P@ssw0rd2026 Monkey123456 12345Dragon! Sunshine-99! Chelsea2026! Football!2026',
    ],
  ])('of one %s word', (_language, passwords) => {
    it.each(passwords.split(' '))('%s is refused, however it is decorated', async (password) => {
      await expect(guessable.refuse(password, mara)).rejects.toMatchObject({ code: 'password_guessable' });
    });
  });

  it.each([
    ...[
      'drei Möwen über dem Deich',
      'im Keller brummt ein Kühlschrank',
      'Regenschirm und Marmelade',
      'Apfel-Traktor-Mond',
    ],
    ...['montags gibt es Linsensuppe', 'der Bus kommt nie um acht', 'Zwiebel7 Fahrrad2', 'GelberHammerSingt'],
    ...[
      'le chat dort sous la table',
      'trois citrons et un vélo',
      'la pluie tombe sur Rennes',
      'parapluie-brioche-lune',
    ],
    ...['mon voisin joue du tuba', 'cinq heures et demie pile', 'Girafe9 Bateau4', 'LaTortueRougeChante'],
    ...[
      'el gato duerme en la silla',
      'tres limones y un tren',
      'llueve mucho en Bilbao',
      'paraguas-tomate-luna',
    ],
    ...['mi vecino toca la gaita', 'las ocho menos cuarto ya', 'Jirafa9 Barco4', 'LaTortugaRojaCanta'],
    ...[
      'three gulls over the harbour',
      'my kettle hums in the dark',
      'umbrella and marmalade',
      'apple-tractor-moon',
    ],
    ...['lentil soup every monday', 'giraffe9 boat4', 'qL7#vT2mXw', 'YellowHammerSings'],
  ])('%s is taken', async (password) => {
    await guessable.refuse(password, mara);
  });
});
