import { type Rule, rule, sentence, slight, strong, twoSentences, weak } from './rule.ts';

/** Who applies is to pay. */
export const feeRules: readonly Rule[] = [
  rule(
    'fee',
    strong,
    sentence,
    [['amount'], ['prepay', 'rail', 'borne', 'paynow'], ['fee', 'thing', 'pay', 'cost', 'buy', 'refund']],
    { unless: ['warn', 'others'] },
  ),
  rule('fee', strong, sentence, [['amount'], ['fee'], ['refund', 'pay', 'cost']], {
    unless: ['warn', 'lodging', 'others'],
    unlessNear: ['covers'],
  }),
  rule('fee', strong, sentence, [['amount'], ['prepay', 'rail']], {
    unless: ['warn', 'lodging', 'others'],
    unlessNear: ['covers'],
  }),
  rule('fee', weak, sentence, [['amount'], ['cost', 'code', 'buy']]),
  rule('fee', weak, sentence, [['amount']]),
  rule('fee', strong, sentence, [['amount', 'paid'], ['borne']]),
  rule('fee', strong, sentence, [['paid'], ['except']], { unless: ['warn', 'others'] }),
  rule('fee', strong, twoSentences, [['amount'], ['refund', 'prepay', 'borne'], ['fee', 'thing', 'pay']], {
    unless: ['warn', 'others', 'lodging'],
    unlessNear: ['covers'],
  }),
  rule('fee', strong, sentence, [['borne'], ['rail', 'giftcard']]),
  rule('fee', strong, sentence, [['borne'], ['fee', 'thing'], ['prepay', 'refund']], {
    unless: ['warn', 'free'],
  }),
  rule('fee', strong, sentence, [['giftcard'], ['code', 'amount']], { unless: ['warn', 'others'] }),
  rule('fee', strong, sentence, [['rail'], ['fee', 'thing', 'borne'], ['pay', 'prepay']], {
    unless: ['warn', 'free'],
  }),
  rule('fee', strong, sentence, [['fee', 'escrow'], ['prepay'], ['refund']], { unless: ['warn', 'free'] }),
  rule('fee', strong, sentence, [['escrow'], ['view']]),
  rule('fee', slight, sentence, [['rail', 'giftcard', 'borne', 'refund']]),
  rule('fee', strong, twoSentences, [
    ['vendor'],
    ['amount', 'paid', 'wage'],
    ['refund', 'free', 'borne', 'rail'],
  ]),
  rule('fee', strong, twoSentences, [['amount'], ['paynow']], {
    unless: ['warn', 'others', 'free', 'authority'],
  }),
  rule('fee', strong, sentence, [['subscription'], ['amount', 'wage']]),
  rule('fee', strong, sentence, [['amount'], ['asks']], {
    unless: ['warn', 'others', 'lodging'],
    unlessNear: ['covers'],
  }),
];
