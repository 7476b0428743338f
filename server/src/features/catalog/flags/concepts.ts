/** What words and phrases of a posting stand for; the rules combine these. */
export type Concept =
  // Money that is asked for.
  | 'amount' // of money, unless it is pay
  | 'paid' // an amount that somebody else pays, or that is given
  | 'dues' // an amount that the law asks for, and that an authority or a school gets
  | 'wage' // an amount that is pay, or too much for a fee
  | 'fee' // what a charge is called
  | 'thing' // what applicants are made to pay for: a visa, a course, a kit
  | 'cost' // says what something costs
  | 'pay' // ways to say that money is handed over
  | 'moneyverb' // any way to say that money moves
  | 'asks' // the employer says that it charges
  | 'paynow' // the reader is told to pay
  | 'borne' // the applicant is the one who pays
  | 'free' // the employer pays, or nobody does
  | 'covers' // the employer pays what was spoken of
  | 'lodging' // what a room, a place or a meal costs is no fee
  | 'subscription' // to be in the files of an agency
  | 'authority' // a fee that the law asks for is paid there, and not to the employer
  | 'vendor' // a shop that the employer names
  | 'except' // all is free but one thing
  | 'others' // customers, guests and others whose money the work is about
  | 'benefit' // makes an amount something that is given: a bonus, a budget
  | 'refund'
  | 'prepay' // before anything else happens, or so that it happens
  | 'rail' // ways of payment that nobody gets back
  | 'giftcard'
  | 'voucher' // a card of any kind
  | 'buycmd' // the reader is told to buy
  | 'sendme' // the reader is told to hand over what was bought
  | 'code'
  | 'buy'
  | 'escrow'
  | 'view' // a flat that is shown only then
  | 'gate' // the work is for those alone who have paid for a course
  | 'ourcourse' // a course of the employer's own
  | 'renews' // what costs again each month
  | 'perminute' // what each minute or message costs
  | 'dial' // a line that the reader is to call
  | 'premiumline' // how numbers begin that cost much
  | 'shortcode' // a number that messages are sent to
  | 'texts' // short messages
  // Data that is asked for.
  | 'bank'
  | 'secret' // what opens an account
  | 'cvv' // what a card is charged with
  | 'paper' // identity papers
  | 'login' // the reader signs in somewhere
  | 'selfie' // what proves an identity
  | 'selfshot' // a picture that the reader takes of oneself
  | 'paper2' // what proves something else about a person
  | 'proveid' // the reader is to prove an identity
  | 'pickbank' // the reader chooses a bank from a list
  | 'signin' // the reader signs in
  | 'mailbox'
  | 'password'
  | 'textedcode' // a code that confirms a login
  | 'nointerview' // nobody talks with applicants
  | 'send'
  | 'apply'
  | 'later' // after hiring, or never
  // The talk that moves elsewhere.
  | 'messenger'
  | 'messengerlike' // a messenger that is described
  | 'maybe' // a messenger, or a plain word
  | 'chatapp' // a name that is a plain word too, in a place where only a messenger stands
  | 'interview' // how the talk with applicants is held
  | 'hiddenmessenger' // one that is written to be missed
  | 'disguised' // a word with letters that only look alike
  | 'contact'
  | 'reach' // the reader is told to begin a talk
  | 'phone'
  | 'handle' // a name in a chat
  | 'mail'
  | 'only' // no other way
  | 'sole' // the word 'only'
  | 'offsite' // not by this site, or to a private address
  | 'normal' // a usual way to apply
  | 'warn' // speaks of fraud
  // Services for a fraud.
  | 'parcel'
  | 'home'
  | 'relabel'
  | 'forward'
  | 'account' // the reader's own
  | 'incoming'
  | 'receives' // the reader gets money that is not the reader's own
  | 'onward'
  | 'keep'
  | 'cheque'
  | 'bankit' // to pay a cheque in
  | 'openacc' // to open an account
  | 'ownname' // in the own name, with real data
  | 'bankish' // a bank, an account, an exchange
  | 'simcontract' // contracts of telephones
  | 'rentout' // lends an account that is the reader's
  | 'handover' // to give the access to somebody
  | 'videoident'
  | 'crypto'
  | 'task' // small tasks by which one earns
  | 'topup'
  | 'cashout' // what is promised for tasks
  | 'remote' // programs that show a screen
  | 'advance' // money that is sent ahead
  | 'errand'
  | 'away' // an employer who cannot be met
  | 'downline' // income from those whom one has brought
  | 'recruit' // to bring others
  | 'entry'; // to buy oneself in
