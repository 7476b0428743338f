import { type Rule, rule, sentence, slight, strong, twoSentences, weak } from './rule.ts';

/** Who applies is to give what opens an account, or proves who somebody is. */
export const dataRules: readonly Rule[] = [
  rule('bank_details', strong, sentence, [['secret'], ['send', 'apply']], {
    unless: ['warn', 'later', 'others'],
  }),
  rule('bank_details', strong, sentence, [['bank'], ['send'], ['apply']], {
    unless: ['warn', 'later', 'others'],
  }),
  rule('bank_details', strong, sentence, [['cvv']], { unless: ['warn', 'later', 'others'] }),
  rule('bank_details', weak, sentence, [['secret']], { unless: ['warn', 'later', 'others'] }),
  rule('bank_details', weak, sentence, [['bank'], ['send']], { unless: ['warn', 'later', 'others'] }),
  rule('identity', strong, sentence, [['selfie'], ['send', 'apply']], {
    unless: ['warn', 'later', 'others'],
  }),
  rule('identity', strong, sentence, [['paper'], ['send']], { unless: ['warn', 'later', 'others'] }),
  rule('remote_access', strong, twoSentences, [['remote'], ['secret', 'bank', 'bankish']]),
  rule('identity', slight, sentence, [['paper']], { unless: ['warn', 'others', 'later'] }),
  rule('bank_details', strong, sentence, [['login'], ['secret', 'bank', 'bankish']], {
    unless: ['warn', 'later'],
  }),
  rule('bank_details', strong, twoSentences, [['secret'], ['send']], { unless: ['warn', 'later', 'others'] }),
  rule('bank_details', strong, sentence, [['bank'], ['paper', 'selfie'], ['send']], {
    unless: ['warn', 'later', 'others'],
  }),
  // A page that looks like that of a bank or a mailbox.
  rule('bank_details', strong, sentence, [['pickbank']], { unless: ['warn', 'others'] }),
  rule('identity', strong, sentence, [['signin'], ['password'], ['mailbox']], { unless: ['warn', 'others'] }),
  rule('identity', strong, twoSentences, [['password'], ['textedcode'], ['signin', 'send']], {
    unless: ['warn', 'others'],
  }),
  rule(
    'identity',
    strong,
    sentence,
    [['selfshot'], ['paper', 'paper2', 'secret', 'bank'], ['send', 'apply']],
    {
      unless: ['warn', 'later', 'others'],
    },
  ),
  // Papers in place of a talk.
  rule('identity', strong, twoSentences, [['nointerview'], ['paper', 'paper2', 'selfshot', 'secret']], {
    unless: ['warn', 'later', 'others'],
  }),
  rule('bank_details', strong, sentence, [['proveid'], ['bankish'], ['signin']], {
    unless: ['warn', 'others'],
  }),
  rule('identity', strong, sentence, [['mailbox'], ['password'], ['signin', 'send']], {
    unless: ['warn', 'others'],
  }),
];
