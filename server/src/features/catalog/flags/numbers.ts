import type { Finding } from './matching.ts';
import type { Sentence } from './reading.ts';

const currencySigns: ReadonlySet<string> = new Set('€$£¥₹');
const currencies: ReadonlySet<string> = new Set(
  (
    'eur euro euros usd dollar dollars dolar dolares gbp pound pounds pfund cad aud chf franken francs fcfa cfa xof xaf aed dirham dirhams ' +
    'peso pesos mxn cop ars clp sol soles pen inr rupee rupees rs php ngn naira kes zar rand ghs usdt usdc btc quid bucks reais brl mad tnd dzd'
  ).split(' '),
);
/** Numbers in words, in four languages: the ends of most of them. */
const numberWord =
  /(ty|teen|hundred|zig|zehn|hundert|ssig|fzig|vingt|trente|quarante|cinquante|soixante|dix|cent|cents|enta|einte|cien|cientos|cientas|quince|veinte|mille|mil|ten|eleven|twelve|elf|zwolf|once|doce|one|two|three|four|five|six|seven|eight|nine|ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|un|deux|trois|quatre|cinq|sept|huit|neuf|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)$/;
/** Amounts of the main currencies beyond this, or below one, are no fees; of others nothing is known. */
const mostMainCurrency = 2_000;
const mainCurrencies = /^(€|\$|£|eur|euro|euros|usd|dollar|dollars|dolares|gbp|pound|pounds|chf|franken)$/;
/** What makes an amount pay. */
const payPeriods =
  /^(h|hr|hrs|std|hour|hours|hourly|stunde|stunden|heure|heures|hora|horas|day|days|daily|tag|tage|taglich|jour|jours|dia|dias|week|weekly|woche|wochen|semaine|semanal|semana|semanales|month|monthly|monat|monatlich|monats|mois|mensuel|mensuels|mes|mensual|mensuales|year|yearly|annual|annually|annum|jahr|jahrlich|an|annuel|annuels|ano|anual|anuales|brutto|netto|gross|net|brut|nets|bruts|bruto|brutos|neto|netos|mile|page|pagina|word|mot|palabra|km|kilometre|kilometro|stuck|stop|visit|pa)$/;
const perWords: ReadonlySet<string> = new Set('per pro par por a an je al p jeden each'.split(' '));
const payWords =
  /^(starting|rate|salary|salaries|wage|wages|gehalt|grundgehalt|gehalts|lohn|stundenlohn|lohne|salaire|salaires|sueldo|salario|nomina|vergutung|remuneration|retribucion|pay|fixum|honorar|ote|verdienst|einkommen|earn|earning|earnings|verdienen|verdienst|gagnez|ganas|gana|smic|mindestlohn)$/;
/** Behind these, 'pay' is what somebody does. */
const paying: ReadonlySet<string> = new Set(
  'you to must should please only candidates applicants hires starters trainees workers and then first'.split(
    ' ',
  ),
);
/** What follows an amount that somebody is told to pay, where 'pay' before one that is earned stands alone or before a period. */
const dueWords =
  /^(.*fees?|charges?|deposit|registration|admin|administration|application|processing|enrolment|enrollment|training|course|kit|visa|equipment|screening|upfront|beforehand|first|now|today|before|via|by)$/;
const mostBeforeDue = 3;
/** A year in French, and a preposition in German. */
const onlyAfterPer = 'an';
const fewestPhoneDigits = 8;
/** Numbers that messages are sent to, and what stands before them. */
const shortCode = /^[2-8][0-9]{4}$/;
const beforeShortCode: ReadonlySet<string> = new Set('to an die au al a number nummer numero'.split(' '));
const digitWords: ReadonlySet<string> = new Set(
  (
    'zero one two three four five six seven eight nine null eins zwei drei vier funf sechs sieben acht neun un deux trois quatre ' +
    'cinq sept huit neuf cero uno dos tres cuatro cinco seis siete ocho nueve'
  ).split(' '),
);

const isNumber = (text: string) => /^[0-9]/.test(text);

/** Finds amounts of money that are no pay (`amount`), numbers of phones (`phone`), names in chats (`handle`) and addresses (`mail`). */
export function findNumbers(sentence: Sentence): Finding[] {
  const found: Finding[] = [];
  const textAt = (at: number) => sentence[at]?.text ?? '';
  let phoneStart = -1;
  let digits = 0;
  for (let at = 0; at <= sentence.length; at++) {
    const text = textAt(at);
    const isDigitWord = digitWords.has(text);
    if (/^[0-9.]+$/.test(text) || text === '+' || isDigitWord) {
      if (phoneStart === -1) phoneStart = at;
      digits += isDigitWord ? 1 : text.replace(/[^0-9]/g, '').length;
    } else {
      if (digits >= fewestPhoneDigits) found.push({ concept: 'phone', first: phoneStart, last: at - 1 });
      phoneStart = -1;
      digits = 0;
    }
    if (beforeShortCode.has(textAt(at - 1))) {
      const parts = [1, 2].find((count) =>
        shortCode.test(Array.from({ length: count }, (_, place) => textAt(at + place)).join('')),
      );
      if (parts !== undefined) found.push({ concept: 'shortcode', first: at, last: at + parts - 1 });
    }
    if (text === '@') {
      const isMail = at > 0 && sentence[at - 1]?.end === sentence[at]?.start;
      found.push({
        concept: isMail ? 'mail' : 'handle',
        first: Math.max(0, at - (isMail ? 1 : 0)),
        last: Math.min(at + 1, sentence.length - 1),
      });
    }
    const amount = amountAt(textAt, at);
    if (amount === null) continue;
    const [first, last] = amount;
    const isWage = isTooMuch(textAt, first, last) || isPay(textAt, first, last);
    found.push({ concept: isWage ? 'wage' : 'amount', first, last });
    at = Math.max(at, last);
  }
  return found;
}

/** Where an amount that begins at a place ends; null when none begins there. */
function amountAt(textAt: (at: number) => string, at: number): readonly [number, number] | null {
  const text = textAt(at);
  const isCurrency = (word: string) => currencySigns.has(word) || currencies.has(word);
  if (isCurrency(text) && isNumber(textAt(at + 1))) return [at, at + 1];
  if (isNumber(text)) {
    if (isCurrency(textAt(at + 1))) return [at, at + 1];
    if (isCurrency(textAt(at + 2)) && textAt(at + 1).length <= 9 && !isNumber(textAt(at + 1)))
      return [at, at + 2];
    if (/^[0-9]{1,3}[.](9[059]|50)$/.test(text) && textAt(at + 1) !== '%') return [at, at];
    const glued = /^[0-9][0-9.]*(eur|euro|euros|usd|gbp|chf|aed|cad)$/;
    if (glued.test(text)) return [at, at];
    return null;
  }
  const named = currencies.has(text) && text.length >= 4;
  return named && numberWord.test(textAt(at - 1)) ? [at - 1, at] : null;
}

function isTooMuch(textAt: (at: number) => string, first: number, last: number): boolean {
  const before = textAt(first - 1);
  // French writes thousands with a space.
  if (/^[1-9][0-9]{0,2}$/.test(before) && /^[0-9]{3}$/.test(textAt(first)) && Number(before) > 1) return true;
  const words = Array.from({ length: last - first + 1 }, (_, place) => textAt(first + place));
  const number = words.find(isNumber) ?? '';
  if (/([km]|bn?)$/.test(number) || /^0[.]/.test(number)) return true;
  if (!words.some((word) => mainCurrencies.test(word))) return false;
  const digits = /^[0-9]{1,3}([.][0-9]{3})+$/.test(number) ? number.replaceAll('.', '') : number;
  return Number.parseFloat(digits) > mostMainCurrency;
}

/** Whether what follows says what an amount is for, or how or when it is handed over: 'Pay 50 EUR fee first'. */
function isDue(textAt: (at: number) => string, last: number): boolean {
  for (let ahead = 1; ahead <= mostBeforeDue; ahead++) {
    const word = textAt(last + ahead);
    if (payPeriods.test(word)) return false;
    if (dueWords.test(word)) return true;
  }
  return false;
}

function isPay(textAt: (at: number) => string, first: number, last: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const word = textAt(first - back);
    const isTold =
      word === 'pay' && (paying.has(textAt(first - back - 1)) || (back === 1 && isDue(textAt, last)));
    if (payWords.test(word) && !isTold) return true;
  }
  for (let ahead = 1; ahead <= 3; ahead++) {
    const word = textAt(last + ahead);
    if (
      payPeriods.test(word) &&
      (perWords.has(textAt(last + ahead - 1)) || (ahead <= 2 && word !== onlyAfterPer))
    )
      return true;
  }
  return false;
}
