/**
 * Words around an amount that say what it is: patterns over texts in lower case and without marks, of a sentence at most.
 * They are tables and may be longer than other files.
 */

/** Pay before anything comes on top of it. */
export const baseWords =
  /\b(?:base(?:d)? (?:salary|pay|compensation|wage|rate|hiring)|base|basic salary|fixed (?:salary|pay)|grundgehalt|grundlohn|fixum|fixgehalt|salaire (?:de base|fixe)|fixe|salario (?:base|fijo)|sueldo (?:base|fijo))\b/g;

/** A total or a target, which is pay where no base is stated. */
export const totalWords =
  /\b(?:ote|on[- ]target|target (?:cash|earnings|total)|total (?:annual |target |yearly )?(?:cash|compensation|comp|earnings|remuneration)|package|packet|paket|(?:jahres)?ziel(?:gehalt|einkommen|verdienst))\b/g;

export const payWords =
  /\b(?:salary(?: range| band| scale)?|salaries(?= (?:range|start|from|between|up|of|are))|pay(?:ing)?(?: (?:range|rate|scale|band|is|from|up to|between|per))?|hiring range|rate of pay|pay rate|compensation|comp|wages?|remuneration|remunerated|salaried|gage|hourly|paid (?:at|between|from)|rate|day rate|daily rate|earn(?:s|ing|ings)?|ctc|cost to company|range for this (?:role|position|job)|\w*gehalt(?:s\w*)?|gehalter|bezuge|\w*einkommen|\w*lohn(?:s\w*)?|verdien\w*|\w*verdienst|\w*vergutung\w*|\w*entgelt\w*|(?:be|ent)zahl\w*|bezahl\w*|zahlen|entlohn\w*|tagessatz|stundensatz|monatsbrutto|jahresbrutto|brutto\w*|mini-?job|salaires?|remuneration|remunere\w*|taux horaire|tjm|gratification(?: de stage)?|brut|bruts?|salarios?|salariale?s?|sueldos?|retribu\w*|remunera\w*|nomina|ral|brutos?|liquidos?|honorarios?|jornal|stipendio|annual (?:rate|wage)|on top of|take[- ]home|b2b|uop|umowa o prace|wynagrodzenie|widelki|internship stipend|monthly stipend|(?:minimum|maximum|midpoint)(?= ?: ?$)|doe|dependent on experience|(?:depending|based) on (?:your )?(?:experience|qualifications)|je nach (?:erfahrung|qualifikation)|selon (?:profil|experience)|segun (?:experiencia|valia|perfil)|pro rata|fte|per annum)\b/g;

/** What follows an amount of pay: '£60,000 plus bonus'. */
export const behindPay =
  /^[\s,.)]{0,3}(?:(?:\+|&|plus|zzgl\.?|zuzuglich|and|mas|et)[ ]{1,2}(?:\w+ ){0,2}?(?:bonus(?:es)?|benefits|super(?:annuation)?|commission|pension|package|variable|provision|equity|tips|bens|car|avantages|variables|comisiones|primes?)\b|base\b|basic\b|fix\b|to start\b|start\b|starting pay|for the right (?:person|candidate)|\+ ?vat\b|doe\b|ote\b|pro rata\b|brut\b|bruts?\b|brutto\b|brutos?\b|gross\b|netto\b|netos?\b|nets?\b(?! 30)|(?:depending|dependent|based|commensurate)[ ](?:up)?on\b|je nach (?:erfahrung|qualifikation)|selon (?:profil|experience)|segun (?:experiencia|valia)|superannuation\b)/;

/** What is not pay though somebody gets it, has it or spends it. */
export const otherWords =
  /\b(?:(?:\w+-)?bonus(?:es|se|zahlung)?|boni|sign(?:ing)?[- ]?on|signing|retention|equity|stocks?|rsus?|options|shares|(?<!internship |intern |monthly |apprentice )stipends?|allowances?|differentials?|reimburse\w*|reimbursement|relocat\w*|moving (?:costs|expenses)|40[13]\(?k\)?|hsa|fsa|rrsp|retirement|match(?:ing|es|ed)?|contribut\w*|premiums?|insur\w*|coverage|co-?pays?|deductible|tuition|operators gross|scholarships?|grants?|loans?|repayment|forgiveness|budgets?|revenues?|arr|mrr|gmv|aum|in sales|sales of|each sale|annual sales|quotas?|deals?|contracts|value of|values|valued|worth|portfolios?|accounts of|customers?|clients|students? pay|clients? pay|customers? pay|patients? pay|parents pay|who pay|salary packaging|funding|funded|funds?|rais(?:ed|ing)|series [a-f]|seed|investors?|invest(?:s|ed|ing|ment|ments)?|valuation|assets|turnover|profits?(?: sharing)?|prices?|pricing|priced|products|costs?|fees?|fines?|deposits?|rents?|vouchers?|discounts?|gifts?|cards?|perks?|sav(?:e|es|ed|ing|ings)|per diems? (?:of|is|for|allowance|rate)|mileage|tips?|overtime|referr?als?|refer|recommend|transactions?|payments? (?:volume|of)|processed|donations?|spend(?:ing)?|wellness|threshold|exempt|homes|home price|median|cycle to work|actual(?: salary)?|super (?:of|contribution)|tax free|collected|payroll|budgeted|orders?|penalt\w*|bail|bond|debt|credit|property|properties|transport(?:ation)?(?: paid)?|commissions?|(?:goals?|targets?)(?: of)?|half[- ]days?|pro[- ]?rata(?=[ :]*$)|expenses|project(?:s)? (?:value|of|worth|up to)|award(?:s|ed)?|prizes?|gross (?:sales|margin|profit|merchandise)|(?:\w+-)?sponsor\w*|incentives?(?: of)?|\w*pramien?|\w*zuschuss\w*|\w*zuschlage?\w*|\w*zulagen?|umsatz\w*|\w*umsatz|\w*budget\w*|\w*volumen|weihnachtsgeld|urlaubsgeld|\w*geld von|\w*sachbezug\w*|\w*gutschein\w*|\w*ticket\w*|provision\w*|\w*beteiligung|\w*investition\w*|\w*finanzierung\w*|\w*kapital\w*|\w*vermogen\w*|\w*rabatt\w*|wert von|im wert|\w*preise?n?|\w*kosten\w*|kaution|strafen?|bußgeld\w*|\w*pauschale|\w*beitrage?\w*|spenden?\w*|\w*empfehl\w*|weiterbildung\w*|\w*guthaben|\w*karte|essens\w*|kunden|auftrage?\w*|bilanz\w*|vwl|ubernahme|erstatt\w*|monatlich fur|hohe von|primes?|tickets?[- ]restaurants?|cheques?|paniers?|indemnit\w*|chiffre d'affaires|ca de|levee de fonds|levee|interessement|participation|cooptation|mutuelle|forfaits?|dotation|capital|portefeuilles?|prise en charge|rembours\w*|variable(?: de)?|variabel\w*|cartes?|loyers?|abonnement|credits?|ventes?|clients|bono|bonos|plus de|dietas?|facturacion|facturamos|presupuestos?|ayudas?|vales|comision(?:es)?|incentivos?|seguros?|mutua|cobertura|prestamos?|creditos?|ventas|pedidos|inversion(?:es)?|descuentos?|kilometraje|horas? extras?|fianza|multas?|clientes|gastos|capital social|premios?|super guarantee)\b/g;

/** Behind an amount for a time: what it is to be spent on. */
export const spentOn =
  /\b(?:for (?:each|every)|fur jede[nrs]?|pour chaque|por cada)\b|\b(?:for|towards?|fur|pour|para) (?:(?:your|the|a|an|any|deine?n?|votre|tu|le|la|el) )?(?:personal |professional |continuous |health and )?(?:wellness|wellbeing|well-being|learning|education|gym|sport|internet|phone|mobile|meals?|food|lunch|equipment|books|training|courses|parking|commut\w+|transport\w*|childcare|child care|coworking|co-working|home ?office|fitness|travel|tools|boots|uniforms?|development|conferences|weiterbildung|essen|teletravail|formation|guarderia|health|insurance|benefits|rent|supplies|each friend|every friend|vacation)\b/;

/** Estimates of somebody else than the employer. */
export const predictedWords =
  /predicted|glassdoor|according to (?:indeed|payscale|salary\.com)|average (?:base )?salary (?:for|in)|indeed est|\(est\.?\)|based on similar|estimated (?:salary|pay) ?[:(]|estimated by|salary estimate|geschatzte[ns]? (?:gehalt|lohn|jahresgehalt)|salaire estime|remuneration estimee|salario estimado|sueldo estimado|adzuna est/;

/** Two amounts of one total: the money is already named. */
export const headingWords =
  /\b(?:salary|pay|compensation|wages?|remuneration|gehalt\w*|lohn|verdienst|vergutung|bezahlung|salaire|remuneration|salario|sueldo|retribucion|rate|earnings)\b/;
