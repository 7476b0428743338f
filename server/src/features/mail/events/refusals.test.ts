import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeRefusal } from './refusals.ts';

const judge = (status: string | null, answer: string) => judgeRefusal(status, answer, 'soft').bounce;

describe('whose fault a refusal is', () => {
  test.each<[string | null, string]>([
    ['5.1.8', '501 5.1.8 <b@bounces.example>: Sender address refused'],
    ['5.1.7', '550 5.1.7 Bad address of the sender'],
    ['5.1.1', '550 5.7.1 IP 192.0.2.10 is on our list of blocked senders'],
    ['5.0.0', '550 SPF check failed'],
    ['5.0.0', '550 5.7.1 Unauthenticated mail is refused by the DMARC policy of rolecall.example'],
    ['5.1.1', '550 rejected: 192.0.2.10 has no reverse DNS'],
    ['5.1.3', '554 https://www.spamhaus.org/sbl/192.0.2.10'],
    ['5.1.1', '550 Your IP has sent to too many recipients in this hour'],
    ['5.0.0', '554 Message not accepted for policy reasons'],
    ['5.0.0', '552 Too many recipients'],
    [null, '550 relaying denied'],
    [null, '554 Mail rejected'],
    [null, '550 message looks like spam'],
    ['5.2.0', '550 5.2.0 Mail rejete. Mail rejected.'],
    ['5.0.0', '550 Absender abgelehnt'],
    ['5.0.0', '550 dominio del remitente rechazado'],
    ['4.7.0', '421 4.7.0 Messages from 192.0.2.10 deferred'],
    [null, '501 Invalid name\n192.0.2.3 does not like us: my name was rejected'],
    [null, '550 No such domain\nSMTP error from remote mail server after MAIL FROM:<b@bounces.example>'],
  ])('is ours: %s %s', (status, answer) => {
    expect(judge(status, answer)).toBe('blocked');
  });

  test.each<[string | null, string]>([
    ['5.2.1', '550-5.2.1 The user you are trying to contact is receiving mail at a rate that'],
    ['5.2.1', '550 5.2.1 Mailbox temporarily disabled, try again later'],
    ['5.2.2', '552 5.2.2 Mailbox full'],
    ['5.1.1', '552 5.2.2 Over quota'],
    ['5.0.0', '550 Das Postfach ist voll'],
    ['5.0.0', '550 Boîte aux lettres pleine'],
    [null, '452 try later'],
    ['5.4.4', '550 5.4.4 lookup failure, connection timed out'],
    [null, 'retry timeout exceeded'],
  ])('is a state that passes: %s %s', (status, answer) => {
    expect(judge(status, answer)).toBe('soft');
  });

  test.each<[string | null, string]>([
    ['5.1.1', ''],
    ['5.1.1', '550 5.1.1 <ada@spam-policy.example>: User unknown; see https://help.example/spf-policy'],
    ['5.1.1', '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'],
    ['5.4.1', '550 5.4.1 Recipient address rejected: Access denied'],
    ['5.0.0', '550 Unknown user ada@example.net'],
    [null, '550 User unknown'],
    [null, '550 Utilisateur inconnu'],
    [null, '550 Empfänger unbekannt'],
    [null, '550 usuario desconocido'],
    [null, 'Unrouteable address'],
    ['5.5.0', '550 5.5.0 Requested action not taken: mailbox unavailable'],
  ])('is that of the address: %s %s', (status, answer) => {
    expect(judge(status, answer)).toBe('hard');
  });

  test.each<[string | null, string]>([
    ['5.6.0', '554 5.6.0 refused'],
    ['5.2.3', '552 5.2.3 exceeds the limit'],
    ['5.0.0', '552 Message size exceeds the maximum'],
    ['5.0.0', '554 This file carries a virus'],
    [null, '554 Line too long\nhost mx.example said (in reply to end of DATA command)'],
  ])('is that of the mail: %s %s', (status, answer) => {
    expect(judge(status, answer)).toBe('content');
  });

  test('names the status that tells most', () => {
    expect(judgeRefusal('5.1.1', '550 5.7.1 blocked', 'hard').status).toBe('5.7.1');
    expect(judgeRefusal('5.0.0', '550 5.1.1 unknown', 'hard').status).toBe('5.1.1');
    expect(judgeRefusal(null, '250 2.1.0 ok, and then 550 5.1.1 unknown', 'hard').status).toBe('5.1.1');
    expect(judgeRefusal(null, 'no', 'hard')).toEqual({ status: null, bounce: 'hard' });
  });

  test('never is the address where a status blames the sender', () => {
    const words = fc.constantFrom('user unknown', 'mailbox full', 'rejected', 'no such user', '550', '5.1.1');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (given, detail) => {
        expect(judge('5.1.1', `550 5.7.${detail} ${given.join(' ')}`)).toBe('blocked');
      }),
    );
  });
});
