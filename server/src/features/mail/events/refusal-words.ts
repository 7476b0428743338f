// Words by which mail servers say why they refuse a mail. They are looked for in texts of lower case without accents,
// addresses and names of hosts. Each pattern is a list of alternatives whose repetitions are bounded, so it is linear.

const isAre = '(?: is| has been| was)?';

/** The recipient is to blame: there is no such mailbox, or it takes nothing any more. */
export const blamesRecipient = new RegExp(
  [
    '(?:user|recipient|mailbox|address|account|customer|destinataire|local part)(?: name)?(?:,| is|:|\\.)? (?:unknown|not found|not exist|does not exist|doesn t exist|not known|not recognized|no longer|invalid|inactive|disabled|deactivated|discontinued|suspended|closed|expired|locked|frozen|blocked|unavailable)',
    '(?:unknown|invalid|inactive|no such|bad|illegal|inexistent|nonexistent|undeliverable|disabled|deactivated) (?:or illegal )?(?:local )?(?:user|recipient|mailbox|mail ?box|address|account|destination|alias|person|final delivery)',
    '(?:account|mailbox|user|recipient|address) (?:that you tried to reach )?(?:does not|doesn.t|do not|don.t|is not|isn.t|was not|wasn.t|has not|hasn.t) (?:exist|have|found|valid|known|active|local)',
    `account${isAre} (?:temporarily )?(?:disabled|locked|inactive|closed|suspended|frozen|blocked)`,
    'account that you tried to reach (?:is|does|has)',
    'no (?:mailbox|mail box|account|user|recipient)s? (?:here|by|with|found|exists)',
    'no valid recipient',
    'unroute?able (?:mail )?(?:domain|address)',
    '(?:host|domain)(?: name)?(?: is)? (?:unknown|not found|does not exist|invalid)|unknown (?:host|domain)|no such (?:host|domain)|nxdomain|null mx|no mx',
    '(?:user|recipient|name)(?: name)? is not recognized',
    'recipient ?not ?found',
    'recipient address reject',
    'recipnotfound',
    'not (?:our|a local|a known|an existing) (?:user|customer|mailbox|recipient)',
    'user doesn.t have',
    'user not exist',
    '(?<!sender |from )address rejected',
    'mailbox (?:is )?(?:unavailable|not available|not found|has moved|currently unavailable)',
    'mailbox frozen',
    'no longer (?:on server|available|active|in use|valid|employed|exists)',
    '(?:benutzer|empfanger|adresse|postfach|konto)[\\w -]{0,40}(?:unbekannt|existiert nicht|nicht gefunden|nicht vorhanden|ungultig)',
    'unbekannte[rn]? (?:benutzer|empfanger|adresse)',
    '(?:utilisateur|destinataire|adresse|boite|compte)[\\w -]{0,40}(?:inconnue?|invalide|inexistante?|n existe pas|introuvable|bloque|desactivee?)',
    '(?:usuario|destinatario|direccion|buzon|cuenta|utente|indirizzo|casella|endereco|conta)[\\w -]{0,40}(?:desconocid[oa]|desconhecid[oa]|no existe|nao existe|invalid[oa]|sconosciut[oa]|non esiste|inesistente|inexistente|no encontrad[oa])',
  ].join('|'),
);

/** A mailbox that exists, and takes nothing at the moment. */
export const saysBusy = /receiving (?:mail|messages|email) (?:at a rate|too)|temporar|try again later/;

/** The mailbox is full, which passes. */
export const saysFull = new RegExp(
  [
    '(?:mailbox|mail box|inbox|user|account|storage|disk|box)(?: \\w{1,30})?(?: is| has)? (?:over|full|exceeded|exceeds)',
    'over (?:its |the |his |their )?(?:disk |mail |storage )?quota',
    'quota (?:is |has been |was )?(?:exceed|full)',
    'exceed\\w{0,30}(?: \\w{1,30}){0,4} (?:quota|storage|local limit|mailbox size)',
    'quotaexceeded|overquota|mailboxfull',
    'full mailbox|mailbox is full',
    '(?:postfach|speicherplatz)[\\w -]{0,30}(?:voll|uberschritten|erschopft)',
    'boite[\\w -]{0,40}(?:pleine|saturee)|quota (?:est )?depasse',
    'buzon[\\w -]{0,30}lleno|cuota[\\w -]{0,20}(?:excedida|superada)|casella[\\w -]{0,30}piena|caixa[\\w -]{0,30}cheia',
  ].join('|'),
);

/** The mailbox or its server is busy, or could not be reached in time: another day it may take a mail. */
export const saysLater = new RegExp(
  [
    saysBusy.source,
    'time(?:d)? ?out|timeout exceeded|connection (?:refused|reset|lost)|network (?:error|is unreachable)|no route to',
    'retry (?:time ?out|limit|time)|(?:queue|message|envelope|delivery time|lifetime) (?:has )?expired|\\bexpired\\b',
    'try (?:again )?later|try again in|please retry|essayer plus tard|reessayer|spater (?:noch ?einmal|erneut)|intentelo|mas tarde',
    'temporar(?:y|ily)|temporaire|vorubergehend|temporal(?:mente)?\\b|transient',
    'too long|for past \\d+ (?:hour|day)|was not delivered within|not responding|host not reachable|could not be reached',
    'attempts|multiple retries|giving up|deferred|delayed|did not accept our requests to connect|socket error',
    'lookup fail|temporary lookup|server failure|dns error|greylist|graylist|service (?:currently |temporarily )?unavailable|internal error|system error',
  ].join('|'),
);

/** The mail itself is refused: its size, its form or what it carries. */
export const blamesContent = new RegExp(
  [
    '(?:message|mail|header|headers|line|body|content)s?(?: \\w{1,30})?(?: is| are)? too (?:large|big|long)',
    '(?:message|mail|line|size|length|file|header)s?(?: \\w{1,30})? (?:exceed|limit exceed)\\w{0,30}',
    'size limit|maximum (?:message )?size|line limit|recipsizelimit',
    'virus|malware|trojan|infected',
    '(?:attachment|file type|executable)[\\w -]{0,40}(?:block|not allow|reject|prohibit|forbidden)',
    'presents a potential|media error|malformed|header error|bare lf|invalid header|line length',
    '(?:url|link)[\\w -]{0,20}in message',
  ].join('|'),
);

/** We are refused as the sender, in words that mean nothing else. */
export const blamesSenderSurely = new RegExp(
  [
    '\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|domainkeys|authentication check|unauthenticated|not authenticated|sender id\\b',
    '\\bptr\\b|reverse ?dns|\\brdns\\b|reverse (?:lookup|record|name|mapping)|forward confirmed|dns lookup for host',
    '(?:black|block|deny|reject|grey|gray|white|allow)[ -]?list|\\bdnsbl\\b|\\brbl\\b|list of blocked',
    '\\blisted (?:in|at|by|on)\\b|poor reputation|bad reputation|reputation',
    'spamhaus|spamcop|barracuda|sorbs|uceprotect|uribl|surbl|cloudmark|senderscore|invaluement|senderbase',
    '\\bspam|\\bube\\b|\\buce\\b|unsolicited|junk mail|phish|bulk (?:e?mail|sender)',
    '(?:for|due to|by|local|security|administrative|site|mail|dm) polic(?:y|ies)|policy (?:reason|violation|reject|restrict)|violat\\w{1,30}',
    'relay(?:ing)? (?:access )?(?:is )?(?:denied|not|prohibited|forbidden|quota)|(?:not|no|unable to|cannot|permitted to|allowed to|configured to) relay|open relay|no relaying|relaying mail',
    'sender (?:address |domain |is |was |has been |verif|host |ip )|(?:unroutable|invalid|unknown|bad|blocked|forged|unauthori[sz]ed|unverified|envelope) sender|domain of sender|senders? (?:are |is )?(?:not|rejected|denied|blocked)|blocked senders',
    'mail from (?:address |domain |your |this |the |rejected|refused|not |denied)|from address|from: header|mail from [\\w ]{0,40}(?:rejected|refused|denied)',
    'your (?:ip|host|domain|server|network|isp|internet service|mail server|organization|address) |messages from|mails? from your|e-?mails? from your',
    'client (?:host|ip|address)|\\bhelo\\b|\\behlo\\b|(?:your|this|the|from|source|sending|client|sender|invalid) ip\\b|ip address (?:\\S{1,60} )?(?:is|has|was|block|list|black|sending|not)|adresse ip|sending (?:ip|domain|host|server|limit)',
    'too many (?:connection|recipient|message|mail|email|session|concurrent)|rate limit|throttl|connection rate|(?:daily|hourly) (?:relay|limit|quota|sending)|relay quota|unexpected volume|user complaints|complaint',
    'google[ -](?:group|grup)|permission to post|join the group|not open to posting|not a member|not subscribed|only (?:members|accepts|subscribers)|not (?:authori[sz]ed|permitted|allowed) to (?:send|post|deliver|relay)|not accept(?:ing|ed)? (?:mail|messages|connections?|email)s? from|not accepting connections',
    'authentication (?:is )?(?:required|credentials)|authrequired|must (?:authenticate|log ?in)|requires? authentication|starttls|tls (?:is )?required|encryption required|does not advertise',
    'abus(?:e|ive)|suspicious|banned|address is not verified|identities failed|email address is not verified',
    'absender|expediteur|remitente|mittente|remetente',
  ].join('|'),
);

/** A list of senders that nobody should take mail from, which some answers name by its address alone. */
export const namesBlocklist =
  /spamhaus\.|spamcop\.|barracudacentral\.|sorbs\.net|uceprotect\.|uribl\.|surbl\.|cloudmark\.|senderscore\.|invaluement\.|\/(?:rbl|dnsbl|blocklist|blacklist)\b/;

/** Words of a refusal that blame the sender unless the recipient is blamed beside them. */
export const refuses = new RegExp(
  [
    'access denied|permission denied|\\bdenied\\b|\\brejected?\\b|\\breject\\b|\\brefused?\\b|\\bblocked\\b|\\bdisallowed\\b|\\bforbidden\\b|\\bprohibited\\b|administratively',
    'not (?:be )?(?:accepted|allowed|permitted|authori[sz]ed|acceptable)|no access|does not (?:accept|like)|did not like|transaction failed|invalid domain|access restriction',
    'security|policy|filter|content|weren t sent|won t accept|will not accept|closing transmission|service refuse',
    'abgelehnt|verweigert|blockiert|gesperrt|rejete|refuse|bloque|rechazad|denegad|bloquead|rifiutat|respint|recusad|negad',
  ].join('|'),
);

/** The mail was refused before the recipient was named: at the connection, the greeting, the sign-in or for the sender. */
export const refusedBeforeRecipient = new RegExp(
  [
    '(?:in reply to|after|in response to|response to|during)(?: the)?(?: end of)? (?:mail from|mail command|helo|ehlo|initial connection|initial greeting|connection|connect|starttls|auth|banner)',
    '\\[mail_?from\\]|\\[helo\\]|\\[ehlo\\]|\\[connect\\]|refused to talk to me|my name was rejected|sender was rejected',
    '>>> ?(?:mail from|helo|ehlo)[^>]{0,300}(?:>[^<>]{0,100})?<<< ?5',
  ].join('|'),
);

/** The mail was refused after its recipient was accepted, for what it says. */
export const refusedAfterContent =
  /(?:in reply to|after|in response to|response to)(?: the)? (?:end of data|data|end of message|message body)|text command|our final data/;
