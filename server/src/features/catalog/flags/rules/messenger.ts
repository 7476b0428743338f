import { type Rule, rule, sentence, slight, strong, threeSentences, twoSentences, weak } from './rule.ts';

/** The talk moves to where nobody sees it, or words are written to be missed. */
export const messengerRules: readonly Rule[] = [
  rule('messenger', strong, twoSentences, [['messenger', 'messengerlike'], ['offsite']]),
  rule('messenger', strong, twoSentences, [['messenger', 'messengerlike'], ['only']], {
    unlessNear: ['normal'],
  }),
  rule('messenger', strong, sentence, [['messenger', 'messengerlike'], ['sole'], ['contact']], {
    nowhere: ['normal'],
  }),
  rule('messenger', strong, sentence, [['messenger'], ['handle']]),
  rule('messenger', strong, twoSentences, [['maybe'], ['handle', 'phone'], ['only', 'offsite']]),
  rule('messenger', weak, sentence, [['maybe'], ['handle', 'phone'], ['contact']]),
  rule('messenger', weak, sentence, [
    ['messenger', 'messengerlike'],
    ['phone', 'mail'],
  ]),
  rule('messenger', strong, twoSentences, [['messenger', 'messengerlike'], ['phone']], {
    nowhere: ['normal'],
  }),
  rule('messenger', strong, sentence, [['chatapp'], ['phone', 'handle'], ['contact']], {
    nowhere: ['normal'],
  }),
  // A private mailbox that is no way to apply but a name in a chat.
  rule('messenger', strong, sentence, [['messenger', 'messengerlike'], ['mailbox'], ['mail']], {
    nowhere: ['normal'],
  }),
  rule('messenger', strong, twoSentences, [['offsite'], ['mail', 'handle', 'phone']], {
    nowhere: ['normal'],
  }),
  rule('messenger', weak, sentence, [['messenger', 'messengerlike'], ['contact']]),
  rule('messenger', slight, sentence, [['messenger', 'messengerlike', 'offsite']]),
  rule('messenger', strong, sentence, [['hiddenmessenger']], { unless: [] }),
  rule('disguised', strong, sentence, [['disguised']], { unless: [] }),
  rule('messenger', strong, sentence, [['interview'], ['messenger', 'messengerlike', 'chatapp']]),
  rule('messenger', weak, sentence, [['chatapp'], ['contact', 'sole', 'only']]),
  rule('messenger', strong, threeSentences, [['messenger', 'chatapp'], ['offsite']]),
  rule('messenger', strong, twoSentences, [['reach'], ['messenger', 'messengerlike', 'chatapp']], {
    unless: ['warn', 'others'],
    nowhere: ['normal'],
  }),
  rule(
    'messenger',
    strong,
    twoSentences,
    [['reach'], ['messenger', 'chatapp'], ['paper', 'secret', 'selfshot']],
    { unless: ['warn', 'others', 'later'] },
  ),
];
