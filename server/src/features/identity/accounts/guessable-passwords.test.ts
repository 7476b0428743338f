import { describe, expect, it } from 'vitest';
import { createGuessablePasswords } from './guessable-passwords.ts';

const guessable = createGuessablePasswords(['Rolecall', 'jobs.example.org']);
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
});
