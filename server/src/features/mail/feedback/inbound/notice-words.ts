// Words by which notices of mail servers and answers of programs tell what they are, in the languages that they use most.
// They are looked for in texts without accents (`plainWords`). Each pattern is a list of alternatives whose
// repetitions are bounded, so it is linear.

/** A mail was not delivered. */
export const saysFailure = new RegExp(
  [
    'undeliver(?:able|ed)|undelivered mail|non[- ]?delivery|nondeliverable|delivery (?:has )?fail|delivery error|delivery problem|delivery status notification ?\\(?failure|status notification: error',
    'fail(?:ed|ure) (?:delivery|notice)|failure reasons|mail fail(?:ed|ure)|message delivery has failed|delivery to the following recipients? (?:failed|was)|could not be delivered|couldn.?t be delivered|(?:can|could) ?not be (?:delivered|sent)|can.?t be delivered|wasn.?t delivered|(?:was|were) not delivered|not delivered|unable to deliver|not able to deliver|wasn.?t able to deliver|could not deliver|cannot deliver|can.t deliver|couldn.t deliver|error (?:has occurred while attempting to deliver|delivering)|failed to deliver',
    'returned (?:mail|message|to sender)|returned e?-?mail|mail system error|message (?:was )?rejected|rejected by|bounced|did not reach|didn.?t reach|could not be reached|cannot send message|could not send message|mail (?:was )?refused|permanent (?:fatal )?error|fatal errors|delivery errors|transcript of session|was not (?:accepted|sent)|weren.?t sent|message blocked|delivery incomplete',
    'unzustellbar|nicht zugestellt|nicht zustellbar|zustellung (?:fehlgeschlagen|nicht moglich)|konnte nicht (?:zugestellt|gesendet|ausgeliefert)|fehlgeschlagen|unzustellbare',
    'non (?:remis|distribu|delivr|livre|acheminable)|n.a pas (?:pu )?etre (?:remis|distribu|delivr|envoy|achemin|transmis)|echec (?:de|d.) ?(?:la )?(?:remise|distribution|envoi|livraison)|impossible de (?:remettre|distribuer|livrer)|retour de courrier|courrier non',
    'no (?:se )?(?:ha )?(?:podido|pudo|entregad)|no entregado|no se entrego|error (?:de|en la) entrega|fallo (?:de|en la) entrega|correo devuelto|imposible entregar',
    'mancat[ao] (?:recapito|consegna)|impossibile (?:recapitare|consegnare)|non (?:e stato )?(?:recapitat|consegnat)|nao (?:foi )?(?:entreg|possivel entregar)|falha na entrega|devolvid|niet (?:worden )?(?:bezorgd|afgeleverd)|onbestelbaar|nie (?:zosta[lł]a|mog[lł]a)|niedor[eę]cz|niedostarcz|kunde inte levereras|kunne ikke leveres',
    '配信できません|配信不能|送信できません|届けられません|エラー通知|エラーメール|戻りました|無法(?:投遞|傳送|递送|传送)|无法(?:投递|送达|递送)|退信|не (?:доставлен|может быть доставлен|удалось доставить)|недоставлен|전송 실패|반송',
  ].join('|'),
  'i',
);

/** Why a mail was not delivered; people write of some of these as well. */
export const saysCause =
  /invalid final delivery|unknown recipient|user unknown|unknown user|unknown local|no such user|unrouteable|malformed (?:recipient )?address|invalid user address|mailbox (?:is )?full|over quota|quota exceeded|may not exist|are not a? ?member|account is locked|host unknown|could not be found/i;

/** A server is still trying. */
export const saysDelay = new RegExp(
  [
    'delivery status notification ?\\(?delay|status notification: warning|delivery (?:has been |is )?delay|has been delayed|is delayed|warning message only|warning: (?:could not send|message)|warning--could not send|could not send (?:message|mail) for past',
    'still (?:being retried|trying|attempting)|will (?:be retried|keep trying|continue|try again|retry)|no need to re-?send|do not need to re-?send|temporary failure report|not yet been delivered|has not been (?:delivered )?yet',
    'verzogert|noch nicht zugestellt|weitere zustellversuche|retarde|retard|sera (?:re)?tente|retrasad|demorad|in ritardo|ritardat|atrasad|vertraagd',
  ].join('|'),
  'i',
);

/** There will be no other attempt, whatever was tried before. */
export const saysFinal =
  /giv(?:ing|en) up|not going to try again|permanent|no further (?:delivery )?attempt|has failed|queue too long|multiple retries|endgultig|definitiv|aufgegeben/i;

/** A mail has arrived, or was read. */
export const saysDelivery =
  /notification ?\(success|successful(?:ly)? (?:mail )?deliver|delivered successfully|has been (?:successfully )?(?:delivered|relayed)|was (?:successfully )?(?:delivered|relayed) to|delivery to these recipients or groups is complete|notification ?\(relay|return receipt|read receipt|disposition notification|^read: |^delivered: |^(?:not read|zugestellt|ubermittelt|weitergeleitet|relayed|gelesen|ungelesen geloscht|remis|lu|non lu|entregado|leido|consegnato|letto|entregue) ?: |erfolgreich zugestellt|remis avec succes|entregado correctamente/i;

/** A person is away, or a program has answered for them. */
export const saysAbsence = new RegExp(
  [
    'out of (?:the )?office|out-of-office|auto(?:matic|mated)?[- ]?(?:reply|response|answer|responder)|autoreply|\\boof\\b|vacation|on holiday|annual leave|maternity leave|on leave|away (?:from|until|till)|am (?:currently )?(?:away|out of|travel)|i will be (?:away|out|back|travel|on )|will (?:return|respond|reply|be back)|limited access to (?:my )?e-?mail|no longer (?:with|work)|thank you for (?:your|contacting)|we have received your',
    'abwesen|automatische antwort|nicht im (?:buro|haus)|im urlaub|bin (?:derzeit|zur zeit|vom|bis|ab)|zuruck(?:sein|kehren)?|elternzeit',
    'absence|absent|reponse automatique|en conges?|en vacances|de retour le|hors du bureau|indisponible',
    'fuera de (?:la )?oficina|respuesta automatica|de vacaciones|ausente|ausencia|estare (?:fuera|ausente)',
    'fuori (?:sede|ufficio)|risposta automatica|in ferie|resposta automatica|ferias|fora do escritorio|afwezig|automatisch antwoord|franvaro|autosvar|poza biurem|automatyczna odpowiedz|urlop',
    '自動(?:応答|返信)|不在|自动(?:回复|答复)|自動回覆|автоответ|отпуск|자동 ?(?:응답|회신)|부재',
  ].join('|'),
  'i',
);
