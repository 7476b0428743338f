import type { Vocabulary } from '../matching.ts';

export const germanWords: Vocabulary = [
  [
    'fee',
    `aufwandsentschädigung in, eintritt, beitrag, beiträge, aufnahmebeitrag, nutzungsentgelt, entgelt von, obolus, sicherungsbetrag, *gebühr, *gebühren, *gebühr*, *kaution, kaution*, *kosten, kostenbeitrag*, unkosten*, *pauschale, *pfand, pfand, anzahlung*, vorkasse, vorauszahlung*, sicherheitsleistung*, mietsicherheit, sicherheit von, depot von, einlage von, hinterlegung*, eigenanteil, eigenbeteiligung, selbstbehalt, selbstkosten*, kostenvorschuss, vorschuss von ihnen, schutzbetrag, beitrag von, beitrag i, freischaltung, freischaltgebühr, anmeldebetrag, reservierungsbetrag, aktivierungsbetrag, einmalbetrag, betrag von, teilnahmebeitrag, teilnehmerbeitrag, rechnung, nachnahme, selbstzahler*, zuzahlung`,
  ],
  [
    'thing',
    `sedcard*, setcard*, fotomappe*, bewerbungsmappe*, fotoshooting*, shooting, visum, visums, visa, arbeitserlaubnis, aufenthalts*, genehmigung, fachkräfteverfahren, anerkennung*, zertifikat*, führungszeugnis*, schufa*, bonitäts*, zuverlässigkeits*, sicherheitsüberprüf*, hintergrund*, schulung*, kurs, lehrgang*, ausbildungsmaterial, starterset*, startset*, starterpaket*, startpaket*, starterkit*, startkit*, kit, materialpaket*, material*, lernunterlagen, unterlagenpaket, prüfung*, test, eignungstest*, untersuchung*, gesundheitszeugnis*, impf*, uniform*, dienstkleidung, arbeitskleidung, lizenz*, software*, laptop*, notebook*, gerät*, ausrüstung, headset*, tablet*, ausweis, dienstausweis, mitarbeiterausweis, chipkarte, papiere, bescheinigung*, antrag*, registrierung*, anmeldung*, einschreibung*, einarbeitung, versicherung*, gutachten, mappe, aufnahme*, freischalt*, zugang*, zugangscode*, staplerschein*, schein, leitfaden, konsulat*, botschaft*, sevis*, übersetz*, beglaubig*, notar*, seminar*, webinar*, onboarding, profil, aktivierung, datenbankeintrag, spind*, schlüssel*, kartei*`,
  ],
  [
    'cost',
    `kostet, kosten, betragen, beträgt, beläuft, belaufen, macht, preis, für nur, nur, insgesamt, lediglich, zum preis, gesamt, belief, schlägt mit`,
  ],
  [
    'pay',
    `ratenzahlung, erste rate, in raten, in zwei raten, erheben, erhoben, sichern sie, sicherst, hinterlegst, überweist, in bar, bar am, am tor, bei der terminbuchung, zahlen, zahlst, zahlt, zahlung, zahlbar, bezahlen, bezahlst, bezahlt, überweisen, überweisung*, einzahlen, einzuzahlen, eingezahlt, anweisen, anzuweisen, begleichen, zu begleichen, beglichen, entrichten, zu entrichten, leisten, zu leisten, hinterlegen, hinterlegt, zu hinterlegen, fällig, fällt an, fallen an, anfallend*, vorstrecken, vorzustrecken, strecken, auslegen, auszulegen, verauslagen, legst du, legen sie, streckst du, strecken sie, kaufen, kaufst, kauft, bestellen, bestellst, bestellt, erwerben, erwirbst, berechnen, berechnet, verlangt, verlangen, in rechnung, ausgleichen, ausgeglichen, aufladen, bar mitbringen, mitzubringen, schicken sie, senden sie, übersenden, vorab, aufbringen, tragen sie, trägst du, trägt der, trägt die, treuhandkonto, überweisungsträger`,
  ],
  [
    'borne',
    `zahlen nur den, zahlen nur die, zahlst nur den, zahlst nur die, bewerber zahlen, eigenanteil des, kaufst du bei uns, kaufen sie bei uns, bestellst du bei uns, bestellen sie bei uns, erwerben sie bei uns, erwirbst du bei uns, von uns zu kaufen, bei uns zu kaufen, bei uns zu erwerben, bei uns gekauft, kandidatin überweist, kandidat überweist, bewerber überweist, bewerberin überweist, bewerber überweisen, kandidaten überweisen, kandidaten hinterlegen, bewerber hinterlegen, bewerberin zahlt, kandidatin zahlt, kandidat zahlt, kandidaten zahlen, hinterlegen sie, hinterlegst du, arbeiter zahlt, begleichen sie, begleichst du, sie bitte vor, von ihnen, von dir, auf eigene kosten, auf eigene rechnung, auf ihre kosten, auf deine kosten, zu ihren lasten, zu deinen lasten, zu lasten des bewerbers, zu lasten der bewerber*, vom bewerber zu, von der bewerberin zu, von bewerbern zu, vom bewerber selbst, vom kandidaten, von den bewerbern, von ihnen zu tragen, von dir zu tragen, selbst zu tragen, selbst zu zahlen, selbst zu bezahlen, selbst tragen, selbst bezahlen, selbst zahlen, selber zahlen, selber tragen, aus eigener tasche, trägt der bewerber, trägt die bewerberin, tragen die bewerber, trägt der kandidat, tragen bewerber, zahlt der bewerber, zahlen die bewerber, zahlen bewerber, zahlt jeder bewerber, zahlst du, zahlst du selbst, bezahlst du, zahlen sie nur, zahlen sie einmalig, zahlen sie vorab, zahlen sie bitte, überweisen sie, überweist du, legst du, legst du bitte, strecken sie vor, streckst du vor, streckst du, legen sie bitte vor, legen sie vor, müssen sie zahlen, musst du zahlen, muss vorab, sind vorab, ist vorab, ist vom, ist von der, sind vom, sind von der, mitarbeiter zahlt, mitarbeiter selbst, arbeitnehmer zahlt, arbeitnehmer trägt, eigenleistung, in vorleistung, in vorkasse, gehen sie in vorleistung, du bestellst dir, bestellen sie sich, bestellst du dir, kaufen sie sich, kaufst du dir, bewerber strecken, bewerberinnen strecken, bewerber legen, bewerber tragen,
    kandidaten strecken, strecken bewerber, strecken die bewerber, legen bewerber, berechnen wir ihnen, berechnen wir dir, stellen wir ihnen in rechnung, kostet sie das, kostet dich das, jeder bewerber zahlt, jede bewerbung wird, jede bewerbung kostet, jeder kandidat zahlt, neue hinterlegen, neue zahlen, anfänger zahlen, jeder zahlt, neulinge zahlen, hinterlegen neue, bringen sie bitte in bar, bringst du in bar`,
  ],
  [
    'free',
    `würde dich, würde sie sonst, würden dich sonst, erstatten wir gegen, gegen rechnung erstattet, gegen beleg erstattet, erstattet die gemeinde, erstattet der träger, vom .. lohn, vom .. gehalt, mit dem lohn verrechnet wird, kündigt, erstattet davon, gibt einen teil, einen teil, begleicht die, begleicht der, begleicht das, begleichen wir, zahlt der, zahlt die, zahlt das, trägt die, trägt der, übernehmen die, kassierst du, mietfrei, frei haus, frei wählbar, vom lohn, vom ersten lohn, vom ersten gehalt, vom letzten lohn, vom letzten gehalt, aus dem lohn, aus dem ersten lohn, aus dem verdienten, vom verdienten, vom bereits verdienten, lohn einbehalten, gehalt einbehalten, einbehalten wird, wird einbehalten, einbehalten wir, behalten wir, behalten wir vom, ziehen wir vom, wird vom lohn, rückzahlungsklausel*, rückzahlungs*, zurückzahlen, zahlt zurück, zahlen zurück, zahlt .. zurück, anteilig*, wer früher geht, wer vorher geht, gehen sie früher, gehen sie eher, gehst du früher, früher ausscheid*, vorzeitig, bei kündigung, bindung, mitarbeiterrabatt*, nie etwas, müssen nichts, musst nichts, entstehen dir keine, entstehen ihnen keine, zahlst du nichts, zahlen sie nichts, kostet dich nichts, kostet sie nichts, ohne kosten, ohne kaution, ohne gebühr*, verzichten auf, erlassen wir, verbieten, verboten, unzulässig, zahlt der betrieb, zahlt der verein, zahlt der verband, zahlt der kreis, zahlt die stadt, zahlt die gemeinde, zahlt die familie, die firma zahlt, der betrieb zahlt, der arbeitgeber zahlt, der verband zahlt, das haus zahlt, trägt der arbeitgeber, trägt die stadt, trägt der betrieb, wir zahlen, wir bezahlen, zahlen wir, bezahlen wir, wir übernehmen, übernehmen wir, übernimmt der, übernimmt die, übernimmt das, übernimmt unser, trägt der träger, trägt die firma, trägt der verbund, trägt der klinikverbund, trägt das, trägt unser, tragen wir, wir tragen, bezahlt der träger, bezahlt die, bezahlt der, bezahlt das, zahlt der träger, zahlt der arbeitgeber, zahlt die firma, zahlt das unternehmen, zahlt die klinik, geht auf uns,
    gehen auf uns, auf uns, aufs haus, auf unsere kosten, auf kosten des hauses, auf kosten der firma, kostenlos*, kostenfrei*, gratis, gebührenfrei*, umsonst, unentgeltlich, keine kosten, keinerlei kosten, keine gebühr*, keinerlei gebühr*, keine vermittlungs*, keine kaution, kaution verlangen wir keine, kein geld, nichts zahlen, nichts bezahlen, nichts kaufen, fallen für dich nicht, fallen nicht an, fallen für sie nicht, sind frei, erstatten wir, wir erstatten, erstattet die, erstattet der, finanzieren wir, wir finanzieren, finanziert, gestellt, wird gestellt, werden gestellt, wir stellen, stellen wir, sponsern, bezahlter, bezahlte, bezahlten, kassieren, kassierst, verauslagen gebühren, schenken wir, einbehalten, vom gehalt, lohn abgezogen, abrechnen, erstatten wir sie, erstatten dir, erstatten ihnen, ersetzt dir, ersetzt ihnen, wird dir ersetzt, legen wir aus, legen wir für, liegen bei uns, liegt bei uns, zahlen wir die, zahlen wir den, zahlen wir das, quittung vor, gegen quittung, gegen beleg, der reinigung, wovon die, die gemeinde .. trägt, gehen auf kosten, trägt das haus, trägt die bank, kosten trägt das, kosten trägt die, hälfte gleich, schicken dich in, schicken dich zum, schicken sie zum, schicken sie in den, schicken dich auf, senden dich zum, melden dich zum kurs, melden dich zur prüfung, und zahlen kurs, zahlen kurs, nehmen frei teil, nimmst frei teil, von uns und, hälfte von uns`,
  ],
  [
    'refund',
    `wiederbekommst, wiederbekommen, wiederbekommt, zurückbekommst, zurückfließ*, zurück fließ*, bekommst du es wieder, bekommen sie es wieder, wieder, nach drei monaten frei, freigegeben, ausbezahlt, frei nach, zurückerstatt*, rückerstatt*, erstattet, erstattungsfähig, erstattbar, erhalten sie zurück, bekommen sie zurück, bekommst du zurück, kriegst du zurück, erhältst du zurück, geht zurück, geht sie binnen, zurück, verrechnet, verrechnen, angerechnet, gutgeschrieben, zurückgezahlt, zurücküberwiesen, wieder ausbezahlt, rückzahlbar, zurückbekommen, zurückgegeben, wieder ausgezahlt`,
  ],
  [
    'prepay',
    `eine hälfte jetzt, die hälfte jetzt, hälfte sofort, beim gespräch, bevor die, bevor der, sobald die kaution, per nachnahme, unserem shop, unserem onlineshop, unserem laden, heute an, schicken sie bitte, vor dem termin, vor dem auftrag, vor der, vor dem, bei der terminbuchung, terminbuchung, nach der zusage, ihren platz mit, deinen platz mit, sobald der vertrag, letzten runde, erst dann, sobald, vorab, im voraus, vorher, vor dem ersten, vor arbeitsbeginn, vor beginn, vor antritt, vor dem start, vor der ersten, vor dem gespräch, vor vertragsunterzeichnung, vor vertragsabschluss, zur sicherung, um deinen platz, um ihren platz, platz zu sichern, platz sichern, zur reservierung, reserviert, reservieren, zu reservieren, zur bestätigung, zur freischaltung, zur aktivierung, freizuschalten, erst wenn, erst nach, nach eingang, nach zahlungseingang, nach geldeingang, sobald die zusage, sobald der betrag, sobald die zahlung, sobald das geld, nach zahlung, mit der bewerbung, einmalig, bei anmeldung, bei buchung, bei zusage, innerhalb von 24, innerhalb von 48, binnen 24, binnen 48, überweisungsträger, zahlungsbeleg, zahlungsnachweis, überweisungsbeleg, ernsthafte, ernst gemeinte, schutzgebühr, treuhandkonto, bevor wir, bevor sie, bevor du, erst vereinbart, bevor wir dir, bevor wir ihnen, vor der lieferung, vor dem versand, vor dem abflug, verschicken wir sobald, versenden wir sobald, einstellungstermin, die hälfte vor, davon .. bei, bei unterschrift, mit der unterschrift`,
  ],
  [
    'buy',
    `kaufen, kaufst, kauft, besorgen, besorgst, schicken, schick, schickst, senden, sende, übermitteln, einlösen, rubbel*, freirubbel*, erwerben, per`,
  ],
  [
    'code',
    `code, codes, pin, rubbel*, foto, fotos, nummern, rückseite, beleg, ziffern, stellen, freigerubbelt, aufgerubbelt, rubbeln`,
  ],
  [
    'bank',
    `namen ihrer bank, name ihrer bank, name deiner bank, namen deiner bank, kontostand*, ec karte*, iban, kontonummer, kontodaten, bankverbindung, bankdaten, bankleitzahl, name der bank, deiner bank, ihrer hausbank, kontoinhaber, bankkarte, girocard, girokarte, ec karte, kontokarte, kartendaten, kreditkarte, überweisungslimit, verfügungsrahmen, bankverbindungs*`,
  ],
  [
    'secret',
    `ziffern der karte, ziffern ihrer karte, code per sms, code den sie per, code den du per, karte mit pin, karte und pin, karte samt pin, karte nebst pin, benutzername und passwort, benutzernamen und passwort, banking öffnen, banking, kartennummer, kreditkartennummer, prüfziffer*, prüfnummer, cvv, cvc, kartenprüf*, sicherheitscode, gültigkeitsdatum, ablaufdatum, foto ihrer girocard, foto deiner girocard, foto ihrer bankkarte, foto deiner bankkarte, foto der bankkarte, foto der girocard, foto der kreditkarte, foto ihrer kreditkarte, foto ihrer ec, girocard vorder*, bankkarte vorder*, karte vorder*, karte von beiden seiten, beide seiten der karte, beide seiten ihrer karte, beiden seiten der bankkarte, kontoauszug*, kontoauszüge, freischaltbrief*, online banking zugang*, onlinebanking*, online banking, online bankings, online zugang, zugangsdaten zu*, zugangsdaten ihres, zugangsdaten deines, anmeldename und pin, pin und tan, tan, tans, push tan, pushtan, photo tan, tan liste*, tan generator*, banking pin, geheimzahl, geheimnummer, eigenen banking, im banking, banking app, passwort ihres, passwort deines, kontozugang, kontozugangs*, elster zertifikat, bund id, schufa auskunft, anmeldename, anmeldenamen, onlinebankings, zugang zum onlinebanking, zugang zu deinem konto, zugang zu ihrem konto, nummer deiner kreditkarte, nummer ihrer kreditkarte, nummer deiner bankkarte, nummer ihrer bankkarte, drei ziffern auf, karte vorder, debitkarte, zahl auf der rückseite, code auf der rückseite, ziffern auf der rückseite, nummer auf der rückseite, zahlen auf der rückseite, ziffern der rückseite, prüfzahl, nummer auf der vorderseite, kartennummer ablauf, nutzernamen und, bankpasswort, ablauf und, pin deines, pin ihres, pin ihrer, pin deiner`,
  ],
  [
    'paper',
    `ausweiskopie*, personalausweis*, ausweis beidseitig, foto vom ausweis, foto des ausweis*, foto ihres ausweis*, foto deines ausweis*, kopie des ausweis*, kopie ihres ausweis*, kopie deines ausweis*, kopie vom ausweis, scan des ausweis*, scan ihres ausweis*, scan vom ausweis, ausweis vorder*, vorder und rückseite, passkopie*, kopie ihres passes, kopie deines passes, kopie des passes, kopie vom reisepass, kopie des reisepass*, reisepass*, meldebescheinigung*, steuer id, steueridentifikations*, sozialversicherungsnummer, sozialversicherungsausweis, führerscheinkopie, geburtsurkunde, ausweisdokument*, ausweisfoto*, krankenkassenkarte, gesundheitskarte, ausweis foto, fotos deines ausweises, fotos ihres ausweises, foto deines passes, foto ihres passes, ausweis von vorn, ausweis von vorne, ausweis von beiden, ausweises von vorn, ausweises von vorne, ausweises von beiden, perso, personalausweis, aufenthaltstitel*, steuer identifikations*, steuernummer, sozialversicherungs*, führerschein von, lohnsteuer*, seiten deines ausweises, seiten ihres ausweises, seiten des ausweises, deinen ausweis, ihren ausweis, deines ausweises, ihres ausweises, scans von reisepass, scan von reisepass, pass und, reisepass und, fotos vom ausweis, kopien von ausweis, bild deines ausweises`,
  ],
  [
    'selfie',
    `selfie mit ausweis, selfie mit ihrem ausweis, selfie mit deinem ausweis, selfie mit dem ausweis, selfie mit personalausweis, selfie mit ihrem personalausweis, ausweis in der hand, ausweis neben, mit ausweis in, ausweis ins, selfie mit reisepass`,
  ],
  [
    'send',
    `fülle das formular, füllen sie das formular, formular mit, antworten sie mit, antworte mit, nennen sie uns, nenne uns, teile uns, teilen sie uns, tragen sie, trage, trag, bild, senden, sende, schicken, schick, schicke, schickst, mitschicken, beilegen, beifügen, beizufügen, fügen, legen sie, beigelegt, angeben, geben sie, gib, nennen, nenne, übermitteln, übermittle, hochladen, hochzuladen, lade, laden, einreichen, reichen, reich, mitteilen, teilen sie, teil, halten sie, halte bereit, bereithalten, bereit halten, bereit, benötigen, brauchen, bewerben, bitte, einscannen, fotografieren, eintragen, hinterlegen, anhängen, mailen, per mail, maile, mail uns, lade .. hoch, laden sie .. hoch, schick uns, schicken sie uns, gib an, geben sie an, gib ein, geben sie .. ein`,
  ],
  [
    'apply',
    `bewerbung*, bewerben, bewirb, bewerber*, formular, erste nachricht, vorab, vor dem gespräch, personalakte, anlage der, anlage ihrer, anmeldung, registrierung, online formular, vorstellungsgespräch, zur prüfung, vertrauensstellung, vorprüfung, zur identifi*, identitätsprüfung, direkt, vertrag, arbeitsvertrag, einstellung`,
  ],
  [
    'later',
    `ersten tag, ersten arbeitstag, am ersten tag, nach unterschrift, nach vertragsunterschrift, unterschrieben, unterschriebenem, erst nach, erst am, vor ort, niemals, nie, verlangen wir nie, fragen wir nie, keine bankdaten, keine ausweis*, mandant*, kunde*, kundin*, kundschaft*, lieferant*, gäste, patient*, mieter*, wir fragen nicht, brauchen wir nicht, folgen am, nach der zusage, nach dem angebot, nach vertragsschluss, nachdem du unterschrieben, nachdem sie unterschrieben, sobald sie angefangen, sobald du angefangen, wenn du angefangen, wenn sie angefangen, nach dem ersten einsatz, nach arbeitsbeginn, am tag der unterschrift, sobald der vertrag, nach deinem start, wenn du startest, wenn du anfängst, der firma ein, firma ein, unserer firma, zugesagt hast, zugesagt haben, nach deiner zusage, nach ihrer zusage, nach der einstellung, für die lohnabrechnung, wenn du eingestellt, wenn sie eingestellt, zum dienstantritt, bei dienstantritt`,
  ],
  [
    'contact',
    `wartet, frag nach, fragen sie nach, chattet, läuft über, interessiert, interesse, fragen, bewerbungen, bewerber, schreib, schreibe, schreiben, schreibt, meld, melde, melden, meldet, anschreiben, kontakt, kontaktieren, kontaktiere, nachricht, erreichbar, erreichen, erreichst, gespräch, bewerbungsgespräch, vorstellungsgespräch, interview, chat, chatten, add, hinzufügen, füge, alles weitere, weiteres, weitere infos, infos, info, ansprechpartner*, bewerbung, bewerben, bewirb, antworten, antworte, über, per, auf, nummer, einarbeitung, mentorin, termin`,
  ],
  [
    'only',
    `nur über viber, chattet nur, antwortet nur, bitte nicht anrufen, nicht anrufen oder, ausschließlich, nur über, nur per, nur via, nur auf, allein über, nicht anrufen, keine anrufe, nicht telefonisch, kein telefonat, telefonat ist nicht, keine telefonate, telefonisch nicht, kein anruf, findet schriftlich, schriftlich statt, gespräch findet im chat, gespräch läuft, gespräch per chat, interview per chat, chat interview, per chat statt, im chat statt, nicht über das portal, nicht über diese, nicht über dieses, nicht hier, antworten sie nicht über, antworte nicht über, nicht über die plattform, schaue ich nie, schaue ich nicht, lese ich nicht, lesen wir nicht, nicht gelesen, bleiben ungelesen, werden nicht gelesen, nicht beantwortet, werden nicht beantwortet, keine mails, keine e mails, mails werden nicht, per mail nicht, private adresse, private nummer, private mail, privatnummer, persönliche adresse, meine private, meine persönliche, private e mail, privates postfach, besser direkt, direkt an meine, schneller geht es, schneller gehts, schneller über, außerhalb der plattform, außerhalb des portals, statt über das portal, von mir persönlich, telefon ist kaputt, schwerhörig, gehörlos, heiser, nur über chat, nur im chat, nur per chat, nur schriftlich, läuft nur, findet im chat, findet dort statt, ausschließlich schriftlich, nur im messenger, telefoniert nicht, telefonieren möchte, beantwortet sie nicht, beantwortet er nicht`,
  ],
  [
    'normal',
    `an oder schreib, an oder schreiben, oder komm vorbei, oder kommen sie vorbei, oder schau vorbei, oder schreib ihr, oder schreib ihm, per mail oder, per e mail oder, mail oder, e mail oder, anruf oder mail, anruf oder e mail, oder per mail, oder per e mail, oder per anruf, e mail geht, mail geht, telefon geht, geht genauso, geht natürlich genauso, ruf durch oder, rufen sie durch oder, ruf an oder, rufen sie an oder, wie du magst, wie sie mögen, was dir lieber ist, was ihnen lieber ist, übers formular, über das formular, über ein formular, per formular, im formular, mit dem formular, online formular, im büro an, oder rufen, oder ruf, karriereportal, karriereseite, bewerbungsportal, online bewerbung, bewerbungsformular, unsere website, unserer website, unsere webseite, homepage, rufen sie, ruf uns, ruf einfach, ruf an, rufen sie uns, anruf genügt, wir rufen, rückruf, telefonisch unter, unter der nummer, vorbeikommen, komm vorbei, kommen sie vorbei, schau vorbei, schauen sie vorbei, per post, postalisch, lebenslauf an, unterlagen an, bewerbung an, bewerbungen an, bewerbung bitte an, schreiben sie an, unterlagen erreichen, bewerbungen bitte, formular auf, oder anrufen, oder telefonisch, frag im laden, im laden, am tresen, in der werkstatt, probearbeiten, probetag, probeschicht, schnuppertag, oder mail, oder e mail, komm in den, kommen sie in den, im büro nach, trinkt ihr, auf einen kaffee`,
  ],
  [
    'parcel',
    `*paket, *pakete, *paketen, *pakets, *päckchen, sendung*, lieferung*, ware, waren, warensendung*, artikel, briefe und pakete, einschreiben, post, elektronik, *ware`,
  ],
  [
    'home',
    `zu hause, zuhause, daheim, ihre anschrift, ihre adresse, deine anschrift, deine adresse, an ihre, an deine, zu ihnen, zu dir, wohnung, abstellraum, keller, garage, nach hause, von zu hause, privatadresse, wohnadresse, heimadresse, wohnsitz, heimarbeit, homeoffice, deine wohnung, deiner wohnung, ihre wohnung, ihrer wohnung, deinen flur, deine garage, ihre garage, klingelschild, unter deinem namen, auf deinen namen, auf ihren namen, private adresse, deine privatadresse`,
  ],
  [
    'relabel',
    `entfernen die rechnung, entfernen sie die rechnung, rechnung entfernen, legen unsere, versandetikett*, *etikett*, label*, versandlabel*, paketschein*, versandschein*, neue adresse, neu verpacken, umpacken, umverpacken, umetikettier*, neu etikett*, versandmarke*, paketmarke*, bekleben, frankier*, paketaufkleber*, aufkleber*, frachtschein*, frachtbrief*, versandpapier*, zollformular*, zollschein*, neu verpack*, packst .. um, adressiert an, neuen schein, neue scheine`,
  ],
  [
    'forward',
    `schickst sie nach, schickst es nach, weiter, weiterleit*, weitergeleitet*, weiterversend*, weiterversand, weiterschick*, weiter schicken, leiten, weiterzu*, filiale, paketshop*, poststelle, annahmestelle, packstation, versenden, versendest, verschicken, aufgeben, geben, abgeben, umleit*, weiterreich*, gebracht, bringen, mitgeben, gibst sie, gibst es, geben sie sie, gibst .. mit, paketdienst, dhl, kurier holt, holt der kurier, abgeholt, zur post, auf die post`,
  ],
  [
    'account',
    `überweisen an sie, zahlen an sie, überweisen an dich, zahlen an dich, überweisen ihnen, überweisen dir, ihr *konto, ihrem *konto, dein *konto, deinem *konto, eigenes *konto, eigenen *konto, eigenem *konto, ihr eigenes .. konto, privaten konto, ihr konto, ihrem konto, ihres kontos, ihr girokonto, ihrem girokonto, ihr eigenes konto, ihrem eigenen konto, dein konto, deinem konto, deines kontos, dein girokonto, deinem girokonto, dein eigenes, eigenes konto, eigenen konto, eigenem konto, eigene konto, privatkonto, privates konto, persönliches konto, ihr bankkonto, ihrem bankkonto, dein bankkonto, deinem bankkonto, ihr privates bankkonto, auf ihr privates, auf dein privates, ein konto das du, ein konto das sie, dein konto nutzen, zahlen dir, zahlen ihnen, bei dir ein, bei ihnen ein, deiner karte, deine karte, ihrer karte, ihre karte, bei dir an, bei ihnen an, dein paypal, ihr paypal, läuft über dich, laufen über dich, geht über dich, gehen über dich, über dich laufen, über sie laufen`,
  ],
  [
    'incoming',
    `laufen über ihr konto, laufen über dein konto, läuft über ihr konto, läuft über dein konto, bekommst, bekommen sie, bekommen, geht auf ihr, geht auf dein, gehen auf ihr, gehen auf dein, überweisen auf ihr, überweisen auf dein, erscheinen auf ihrem, erscheinen auf deinem, gehen, kommen, zahlen auf, gehen ein, eingehen, eingehende*, eingänge, geht ein, empfangen, empfängst, empfang, erhalten, erhältst, gutgeschrieben, gutschrift*, annehmen, entgegennehmen, nehmen entgegen, ankommen, eintreffen, zahlungseingang, zahlungseingänge, anzahlungen, kundengelder, kundeneinlagen, kundenzahlungen, gelder, einzahlungen, beträge, landen, landet`,
  ],
  [
    'onward',
    `an die genannten namen, an genannte empfänger, zahlen es, zahlst es, ab und, schicken, schickst, den rest, weiterleit*, leiten .. weiter, leitest .. weiter, weiterüberweis*, überweisen, überweist, weitergeben, geben weiter, rest, restbetrag, restlichen, restsumme, differenz, senden, sendest, zurückgeschickt, zurückschicken, abheben, hebst, heben, bar abheben, umtauschen, tauschen, tauschst, umwandeln, transferier*, echtzeitüberweisung, auszahlen, verteilen, an unsere niederlassung, an unsere partner, an das genannte, was darüber liegt, was übrig bleibt, den überschuss, das übrige, gib sie als, geben sie sie als, gib es als, geben es als, vom rest, und kaufen sie vom, bar an unseren, an unseren kurier, an den kurier, in bar an, blitzüberweisung, übergibst das geld, übergeben das geld, leiten sie, leite, schickst es, schickst sie, wechselst, gibst den rest, geben sie den rest, gibst das übrige, bringst den rest, bringen sie den rest, wechseln sie, tauschen sie, schickst das, übrige, übrigen, alles übrige, was übrig, was bleibt, was dann übrig`,
  ],
  [
    'keep',
    `bleiben bei, bleibt bei, behalten, behältst, einbehalten, abzüglich, prozent, %, provision, minus, davon, ihr anteil, dein anteil, ihr honorar, dein honorar, für ihre mühe, für deine mühe, sind deine, sind ihre, gehören dir, gehören ihnen, bleiben dir, bleiben ihnen, nimmst dir, nehmen sie sich, ziehst dir, ziehst .. ab, ziehen sie .. ab, abgezogen, dein lohn, zieh dein`,
  ],
  ['cheque', `scheck, schecks, verrechnungsscheck*, bankscheck*, barscheck*, *scheck`],
  [
    'bankit',
    `einlösen, löst, lösen, einreichen, reichen, einzahlen, gutschreib*, gutgeschrieben, einlöst, einzulösen, auf ihr konto einreichen, auf dein konto einreichen, zahlen ihn ein, zahlst ihn ein, lösen ihn ein, löst ihn ein`,
  ],
  [
    'openacc',
    `kontoeröffnung von, eröffnung von konten, konto eröffnen, konto zu eröffnen, kontoeröffnung*, eröffnen ein konto, eröffnen sie ein, eröffnest du ein, eröffnest ein, eröffnest, eröffnen sie, eröffnen, konto anlegen, konto an, legen sie unter ihrem namen, unter ihrem namen, unter deinem namen, auf ihren namen, auf deinen namen, in ihrem namen, in deinem namen, eigenem namen, eigenen namen, mit ihren echten daten, mit deinen echten daten, echten daten, echten namen, realen daten, konten eröffnen, konten zu, testkonto, testkonten, depot eröffnen`,
  ],
  [
    'handover',
    `mailadresse auf unsere, auf unsere um, adresse auf unsere, zugänge, zugang und, karten und, gibst uns, geben uns, geben sie uns, überlässt uns, überlassen uns, überlassen sie uns, schickst uns die, schicken uns die, schicken sie uns die, senden sie uns die karte, reichst uns, zugangsdaten, login daten, logindaten, anmeldedaten, zugang an uns, an uns weiter, leiten sie, leitest du, übergeben, übergibst, sim karte, bankkarte ungeöffnet, ungeöffnet, selbst nutzen, für sich nutzen, zur eigenen nutzung, eigennutzung, für den eigenen, konto vermieten, konto zur verfügung, ihr konto zur, dein konto zur, konto überlassen, karte an uns, pin brief*, verleihen, vermieten, gibst du uns den zugang, geben sie uns den zugang, uns den zugang, zugang und wir, wir löschen ihn, brief ungeöffnet, übermittelst du uns, übermitteln sie uns, benutzernamen und passwort, pin und tan, tan liste, die du uns, die sie uns, zugriff auf dein konto, händigst uns, händigen sie uns`,
  ],
  [
    'videoident',
    `video selfie, videoselfie, selfie video, videoanruf, identprüfung, video ident*, videoident*, postident*, post ident*, ident verfahren, identverfahren, identifizierung per video, video legitimation, videolegitimation, web ident*, auto ident*, verifizieren, verifizierst`,
  ],
  [
    'task',
    `aufgaben, auftrag, aufträge, sonderauftr*, bewertung*, bewerten, bewertest, rezension*, liken, likes, klick*, optimier*, hotels, produkte, plattform, vip*, level, stufe, durchgang, set, abos, folgen, apps bewerten, missionen, tippen, absenden, sterne, hotels bewerten, runde, runden, aufgabe, klicken`,
  ],
  [
    'topup',
    `mit eigenem guthaben, eigenes guthaben, je mehr guthaben, lädst .. auf, laden sie .. auf, wird negativ, ins minus, lade es, laden sie es, lädst es, lade dein, konto aufladen, guthaben, aufladen, aufgeladen, aufzuladen, ausgeglichen, ausgleichen, auszugleichen, negativ*, einzahlen, einzahlung, mindesteinzahlung, eigenkapital, startkapital, startguthaben, nächste stufe, stufe vip*, vip*, arbeitskonto, freischalten, frei geschaltet, freigeschaltet, auszahlung erst, vorfinanzier*, einsatz, unter null, legst .. nach, legen sie .. nach, nachlegen, geld nach, lade .. nach, laden sie .. nach, nachladen, nachzuladen, unterschied, differenz, pakete zu, auftragspaket*, aufgabenpaket*, stufe kaufen, level kaufen, eigenes geld`,
  ],
  [
    'advance',
    `das geld für, geld für die, überweise ich dir, überweise ich ihnen, schicke ihnen, schicke dir, vorab auf ihr, vorab auf dein, im voraus auf, auslagen erhalten, vorab von mir, strecke ich vor, schicke ihnen geld, schicke dir geld, überweise ihnen, überweise dir, geld für, vorschuss, überweise ich, im voraus, ich überweise`,
  ],
  [
    'errand',
    `händler unserer wahl, unserer wahl, unserem lieferanten, unserem händler, möbel, einkäufe, besorgung*, geschenke, einkäufe für, gutscheine, post öffnen, einschreiben, für mich, geschäftspartner, in meinem namen, spediteur, umzugs*, rollstuhl, kurier`,
  ],
  [
    'away',
    `übersee, ausland, im ausland, auf reisen, verreist, auf geschäftsreise, auf dienstreise, dienstreise, auslandsreise, wenn ich zurück, nach meiner rückkehr, bis zu meiner rückkehr, derzeit in, zurzeit in, momentan in, nicht vor ort, auf montage`,
  ],
  [
    'offsite',
    `keinen lebenslauf, kein lebenslauf nötig, nicht den bewerben, nicht auf bewerben, nicht über den bewerben, nicht den button, nicht den knopf, alles läuft über, alles geht über, alles über, private adresse, private nummer, private mail, privatnummer, persönliche adresse, private e mail, privates postfach, privates handy, private handynummer, privatadresse, meine private, meine persönliche, nicht über das portal, nicht über dieses, nicht über diese, nicht über die plattform, nicht auf dieser seite, nicht auf diesem portal, schaue ich nie, schaue ich nicht, schaue ich selten, schaue hier, lese ich nicht, lese ich nie, lesen wir nicht, bleiben ungelesen, bleibt ungelesen, werden nicht gelesen, wird nicht gelesen, nicht beantwortet, antworten sie nicht hier, antworte nicht hier, bewerbungen hier, nachrichten hier, hier nicht, hier nie, außerhalb der plattform, außerhalb des portals, außerhalb dieser seite, statt über das portal, postfach hier, selten hier, nicht hier, mails lese ich nicht, mails lesen wir nicht, mails schaue ich, vergiss das, vergessen sie das, spar dir das formular, sparen sie sich, über das portal können wir, bewerbungen über das portal, portal .. nicht bearbeiten, nicht bearbeiten, hier auf der seite antworten wir, hier antworten wir nicht, nicht hier auf, anrufe nehmen wir, mails liest er, mails liest sie, liest er nicht, liest sie nicht, mails ignoriert, mails beantwortet, beantwortet er nicht, mails bleiben, bewerbungen über diese, bewerbungen lesen wir, über diese seite lesen`,
  ],
  [
    'ownname',
    `deinem echten ausweis, ihrem echten ausweis, mit deinem ausweis, echten dokumenten, echten ausweis, mit ihren daten, mit deinen daten, ihre eigenen daten, deine eigenen daten, ihrem namen, ihren namen, deinem namen, deinen namen, eigenem namen, eigenen namen, echten daten, echten namen, echte daten, echte identität, ihrer identität, deiner identität, realen daten, wahren namen`,
  ],
  [
    'bankish',
    `bank, banken, *konto, *konten, konto, konten, handelsplätze*, börse*, wallet*, depot, banking*`,
  ],
  ['sole', `nur, ausschließlich, allein, lediglich, bloß`],
  [
    'escrow',
    `treuhand*, anderkonto, monatsmieten, warmmieten, kaltmieten, mietkaution, mietsicherheit, sperrkonto`,
  ],
  ['view', `besichtigung*, besichtigen, schlüssel*, vorstellung, erst, bevor, vertrag, übergabe`],
  [
    'others',
    `käufer*, privatleute*, privatkunde*, bieter*, versicherte*, spender*, antragsteller*, nimmst zahlungen, nimmst .. entgegen, zahlungen entgegen, testkonten, testzugänge, spieler*, aussteller*, prüflinge, prüfling, teilnehmende, eigentümer*, besitzer*, kunde*, kundin*, kundschaft*, mandant*, mandantin*, gäste, gast, gästen, patient*, mieter*, vermieter*, studierende*, student*, schüler*, eltern, mitglied*, lieferant*, bewohner*, spender*, schuldner*, fahrgäst*, reisende*, nutzer*, teilnehmer*, verbraucher*, betroffene*, besucher*, anleger*, händler*, familien, versicherte*, geflüchtete*, migrant*, opfer*, käufer*, bürger*, beschäftigte, angeworbene*, pflegekräfte, sie verkaufen, du verkaufst, wir verkaufen, verkaufst, verkaufen, verkauf`,
  ],
  [
    'recruit',
    `du mitbringst, sie mitbringen, mitbringst, vertriebslinie, eigene linie, eigene vertriebs*, während du schläfst, während sie schlafen, im schlaf, jeder freund, jede person, jede geworbene, jedem geworbenen, partnerstufe*, freunde, bekannte, bekanntenkreis, freundeskreis, eigenes team, dein team, ihr team aufbauen, team aufbauen, partner werben, partner wirbst, partner gewinnen, neue partner, neuen partner, jeden partner, weitere partner, geworbene*, wirbst, werben, anwirbst, anwerben, downline, upline, network marketing, strukturvertrieb, empfehlungsmarketing, multi level, passives einkommen, finanzielle freiheit, finanziell frei, finanzielle unabhängigkeit, eigener chef, dein eigener chef, ihr eigener chef, unter dir, unter ihnen, ebene, ebenen, linie`,
  ],
  [
    'entry',
    `einstieg ab, einstieg für, einstieg schon ab, einstieg mit, einsteigerbündel, bündel, bronze, silber, gold, *paket, startpaket, starterpaket, einstiegspaket, geschäftspaket, businesspaket, partnerpaket, warenpaket, basispaket, erstpaket, premiumpaket, paket für, lizenz, einstieg, einstiegs*, mitgliedschaft*, erstbestellung, erstausstattung, mindestbestell*, mindestabnahme, musterkoffer, warenbestand, vorrat, investition, investier*, beteiligung, startkapital, einlage, starterset, starterkit`,
  ],
  ['except', `nur die, nur das, nur der, bis auf, außer, ausgenommen, mit ausnahme, lediglich`],
  [
    'warn',
    `anzeigen die, inserate die, anzeigen in denen, geben sich, ausgeben, ausgibt, betrüg*, betrug*, fälsch*, gefälscht*, falsche, warnung, warnen, vorsicht, unbekannte, in unserem namen, missbrauch*, will jemand, wenn jemand, falls jemand, sollte jemand, wer dir, wer von dir, betrüger*, masche*, abzock*, abgeknöpft, abgenommen, jobbetrug*, finanzagent*innen, geldwäsch*, verdachtsf*, tricks, hereingefallen, reingefallen, opfern, fallen auf, worauf sie sich, rätst ab, raten ab, rätst davon ab, klärst auf, zu schön um wahr`,
  ],
  [
    'messengerlike',
    `grünen messenger, grüner messenger, grüne app, grünen app, blauen messenger, blauer messenger, papierflieger, chat app, messenger app, messengerdienst, chatdienst, verschlüsselten chat, privatchat, privaten chat, nachrichten app`,
  ],
  ['cvv', `cvv, cvc, prüfziffer*, prüfnummer, kartenprüf*, drei ziffern, dreistellig*, kartennummer`],
  [
    'benefit',
    `jeder bekommt, alle bekommen, jeder erhält, alle erhalten, geben wir, zum start, budget, zuschuss, zulage*, prämie, bonus, spesen, verpflegungs*, sachbezug*, tankgutschein*, urlaubsgeld, weihnachtsgeld, umsatz, bilanzsumme, fördersumme, förder*, preisgeld, trinkgeld*, zuschlag*, zuschläge, nachlass, rabatt*, sparen, stipendi*, jobticket, deutschlandticket, jubiläums*, im wert von, im wert, wert von, miete, kaltmiete, warm, nebenkosten, fixum, vergütet, gutschein monatlich, inklusive, bis zu, bis, empfiehlst, empfiehl*, bekommt ihr, wirbst du eine, wirbst du einen, *zuschuss, *zulage, *prämie, *bonus, wohnungsgeld, umzugspauschale, büchergeld, werkzeug für, ausrüstung für, ausgestattet`,
  ],
  [
    'authority',
    `führungszeugnis kostet, roten kreuz, rotes kreuz, johanniter*, malteser*, beim finanzamt, die stadt stellt, an die kammer, an die ihk, der ihk, die ihk, industrie und handelskammer, handwerkskammer, bürgeramt, gesundheitsamt, ordnungsamt, straßenverkehrsamt, führerscheinstelle, landratsamt, bei amt, beim amt, an das amt, ans amt, fahrschule, an die schule, tüv, dekra, berufsgenossenschaft, gemeinde, vom gesetz, gesetzlich vorgeschrieben, schreibt das gesetz, per gesetz, staatskasse, kammerbeitrag, prüfungsamt`,
  ],
  [
    'vendor',
    `kaufen sie es in unserem, kaufen sie ihn in unserem, bestellen sie es bei, bestellen sie ihn bei, bestellst du bei unserem, kaufst du bei unserem, kaufst du in unserem, unserem vertragshändler, unserem vertragspartner, unserem händler, unserem partnerhändler, unserem lieferanten, unserem partnershop, vertragshändler, unserem zertifizierten, unser lieferant, unserem ausstatter, ausschließlich bei dem anbieter, nur bei dem anbieter, nur beim anbieter, nur über unseren link, über unseren link, über den link, unser link, unserem link, anderen anbieter*, keinen anderen anbieter, der anbieter den wir`,
  ],
  [
    'login',
    `die sie bei ihrer bank, die du bei deiner bank, die sie für ihr onlinebanking, die du fürs onlinebanking, wie bei ihrer bank, wie bei deiner bank, wählen sie ihre bank und, wähle deine bank und, benutzername und passwort ein, benutzernamen und passwort ein, mit ihren bankdaten an, mit deinen bankdaten an, mit ihren bankdaten, mit deinen bankdaten, mit den zugangsdaten ihrer, mit den zugangsdaten deiner, melde dich mit deinen, melden sie sich mit ihren, mit deinen zugangsdaten, mit ihren zugangsdaten, zugangsdaten fürs onlinebanking, onlinebanking an, online banking an, wähle deine bank, wählen sie ihre bank, über dein onlinebanking, über ihr onlinebanking, bankzugang verknüpf*, konto verknüpf*`,
  ],
  [
    'downline',
    `in deiner struktur, in ihrer struktur, deiner struktur, ihrer struktur, wächst mit jedem, wächst mit jeder, aber auch keine grenze, unbegrenztes einkommen, unter dir, unter ihnen, siebte ebene, ebenen, zweiten ebene, tiefe, downline, passives einkommen, passiven einkommen, residual*, deiner linie, ihrer linie, die wieder drei, wieder drei, gewinnst drei, keine grenze nach oben, finanzielle freiheit, die es geschafft haben, dein eigener chef`,
  ],
  [
    'interview',
    `vorstellungsgespräch über, vorstellungsgespräch per, vorstellungsgespräch findet, gespräch findet, gespräch über, gespräch per, interview über, interview per, interview auf, interview findet, bewerbungsgespräch über, bewerbungsgespräch per, bewerbungsgespräch auf, bewerbungsgespräch findet, gespräch läuft über, fügen sie .. hinzu`,
  ],
  [
    'paynow',
    `muss bei uns eingehen, muss bis, müssen bis, muss uns erreichen, auf unser konto, auf das konto unserer, auf das konto unseres, leiten sie den beleg, leite den beleg, schicken sie uns den beleg, schick uns den beleg, beleg an uns, quittung an uns, zahlungsnachweis, bestellen sie ihn, bestellen sie sie, bestellen sie es für, bestell ihn für, zahlen sie ihn, zahlen sie sie, zahlen sie es, zahl ihn, zahl sie, bezahlen sie, bezahle, überweisen sie, überweise, überweis, zahlen sie bitte, bitte überweisen, bitte zahlen, bitte bezahlen, zahlung über den link, zahlen sie über, zahlbar, zu zahlen an, zu zahlen vor, schicken sie das geld, schick das geld, schicken sie den betrag, schick den betrag, senden sie das geld, sende das geld, geld mit, sie bitte überweisen, bitte vor dem, vor dem gespräch überweisen, überweist du`,
  ],
  [
    'covers',
    `vom ersten gehalt, vom ersten lohn, die hälfte trägt, trägt das amt, trägt die agentur, vom lohn ab, ziehen wir vom, behalten wir vom, geben wir dir, wir geben dir das geld, gibt es zurück, wir geben sie, geben wir sie, zahlen wir sie, zahlen wir ihn, zahlen wir es, zahlen wir beides, wir zahlen sie, wir zahlen ihn, wir bezahlen ihn, wir bezahlen sie, wir bezahlen es, übernehmen wir sie, übernehmen wir ihn, erstatten wir sie, erstatten wir ihn, bezahlt die firma, zahlt die firma, zahlt das haus, zahlt der betrieb, ersetzt dir der, ersetzen wir, wir ersetzen, zahlen wir`,
  ],
  [
    'lodging',
    `zimmer, unterkunft, wohnung, personalzimmer, miete, parkplatz, spind*, verpflegung, mahlzeiten, essen, personalwohnung*, mitarbeiterwohnung*, dienstwohnung, bett, appartement*, zweierzimmer`,
  ],
  [
    'subscription',
    `mitgliedschaft im, mitgliedschaft in unserem, mitgliedschaft in unserer, abonnement bei, abo für unser, aufnahme in unsere, eintrag in unsere, unsere kartei, unserer kartei, unsere datenbank, unserer datenbank, bewerberpool, talentpool, unseren pool`,
  ],
  ['simcontract', `handyvertr*, mobilfunkvertr*, sim karte*, simkarte*, telefonvertr*, handytarif*`],
  [
    'rentout',
    `leih uns dein, leih uns deinen, leihen sie uns ihr, leihen sie uns ihren, vermiete es an uns, vermiete dein, vermieten sie ihr, überlass uns dein, überlassen sie uns ihr, dein konto für uns, konto zum vermieten, unsere artikel unter deinem, unsere artikel ein`,
  ],
  [
    'reach',
    `füg, füge, fügen sie, such, suche, suchen sie, schreib mir, schreib uns, schreib unserer, schreib unserem, schreiben sie mir, schreiben sie unserer, schreiben sie unserem, melde dich bei, melden sie sich bei, sag hallo, such mich, adde, schreib ihrem, schreib seinem, schreiben sie ihrem, kontaktiere, kontaktieren sie, schreib an, nimm kontakt, nehmen sie kontakt, starte einen chat, chatte mit, chatten sie mit, such herrn, such frau, suchen sie herrn, suchen sie frau, schreib herrn, schreib frau, schreiben sie herrn, schreiben sie frau, schick ihm, schick ihr, schicken sie ihm, schicken sie ihr, hinzu, such nach`,
  ],
  [
    'asks',
    `bitten wir um, verlangen wir, erheben wir, berechnen wir, wir berechnen, wir erheben, wir verlangen, wir bitten um, nehmen wir eine, wir nehmen eine, wird erhoben, werden erhoben, wird berechnet, werden berechnet, fällt an, fallen an, fällt eine, fällt ein, unser honorar, unsere gebühr, unsere provision, unser anwalt verlangt, unser anwalt berechnet, nehmen wir, der notar verlangt, der anwalt verlangt, die botschaft verlangt, kassiert, wir nehmen, vermittlungshonorar, vermittlungsgebühr, wird mit .. berechnet, werden mit .. berechnet`,
  ],
  [
    'perminute',
    `die minute, pro minute, je minute, jede minute, minutenpreis, pro sms, je sms, jede sms, pro nachricht, je nachricht, jede nachricht, jede antwort kostet, jede kostet, jede nachricht kostet, jede sms kostet, pro antwort, je antwort, jede zu, pro anruf, je anruf`,
  ],
  [
    'dial',
    `wählen sie, wähle, rufen sie, ruf, anruf, anrufe, hotline, der anruf, servicenummer, sende .. an die, senden sie .. an die, schicke .. an die, aus dem festnetz, mobil kann, festnetz`,
  ],
  ['texts', `sms, nachricht, nachrichten, textnachricht*`],
  [
    'gate',
    `nur absolventen, nur absolventinnen, nur an absolventen, ausschließlich absolventen, stellen nur, stellen ausschließlich, nehmen nur, nehmen ausschließlich, vermitteln nur, einsteigen kann wer, einsteigen kann nur, nur wer den, nur wer unseren, nur wer das, nur wer unser, nur mit unserem, jobgarantie, einstellungsgarantie, arbeitsplatzgarantie, stellengarantie, arbeitsplatz garantiert, stelle garantiert, garantieren wir ihnen eine, garantieren wir dir eine, andere nachweise, andere zertifikate, andere bescheinigungen, nach bestandener prüfung, nach dem kurs vermitteln, nach dem kurs erhalten, danach vermitteln wir, danach buchen wir, sobald du unsere, sobald sie unsere, wenn du unsere, wenn sie unsere, wenn sie unseren, wenn du unseren, wenn du den, voraussetzung ist, voraussetzung dafür, ohne sie gibt es, ohne ihn gibt es, ohne ihn keine, ohne sie keine, ohne diesen, bedingung ist, nur mit bestandenem, nach abschluss, nach dem abschluss, einsteigen darf, arbeiten darf nur, vermitteln dich wenn, vermitteln sie wenn, danach bekommst du die, danach erhalten sie die`,
  ],
  [
    'ourcourse',
    `unsere akademie, unserer akademie, unser kurs, unseren kurs, unserem kurs, unseren lehrgang, unser lehrgang, unserem lehrgang, unsere schulung, unserer schulung, unser seminar, unserem seminar, unseren kompaktkurs, kompaktkurs, grundkurs, bei uns im haus, unser zertifikat, unserem institut, workshop, seminar, lehrgang, kurs, online kurs, onlinekurs, onlineakademie, akademie, lektionen, schulung, grundlehrgang, unterricht, webinar`,
  ],
  [
    'renews',
    `bis du kündigst, bis sie kündigen, bis zur kündigung, sofern du nicht kündigst, sofern sie nicht kündigen, verlängert sich automatisch, jederzeit kündbar, monatlich kündbar, ab dem zweiten monat`,
  ],
  [
    'pickbank',
    `bank auswählen, wähle deine bank, wählen sie ihre bank, bank wählen, such deine bank, suchen sie ihre bank, klicke auf deine bank, bank anklicken, wählen sie dort ihre bank, wähle dort deine bank, bank aus der liste, suche deine bank, tippe auf deine bank, tippen sie auf ihre bank, bank in der liste, deine bank in`,
  ],
  [
    'signin',
    `anmelden, einloggen, melde dich, melden sie sich, logge dich, log dich, loggen sie sich, einzuloggen, anzumelden, legitimieren sie sich, legitimiere dich, anmeldest, einlogg*, eingeloggt, gib deine, geben sie ihre, dieselben daten, dieselben zugangs*, gewohnten daten, gewohnten zugangs*, wie gewohnt, wie immer, wie sonst auch`,
  ],
  [
    'mailbox',
    `mailadresse, e mail adresse, postfach, mailkonto, e mail konto, emailkonto, gmail, gmx, web de, google konto, apple id, outlook`,
  ],
  ['password', `passwort, passworts, passwörter, kennwort`],
  [
    'textedcode',
    `code aufs handy, code auf dein handy, code auf ihr handy, code auf dem handy, code aus der sms, code kommt, bestätigungscode*, freigabe in, freigabe bestätigen, sicherheitscode, sechsstellig*, tan`,
  ],
  [
    'nointerview',
    `ohne vorstellungsgespräch, ohne gespräch, ohne bewerbungsgespräch, kein vorstellungsgespräch, kein gespräch, keine gespräche, gespräche führen wir nicht, statt eines gesprächs, ohne interview, entfällt das gespräch, sofortzusage, sofort eingestellt, eingestellt wird automatisch, automatisch eingestellt, entscheidung fällt automatisch, ohne kennenlernen, ohne treffen, ohne telefonat, stellen ohne gespräch, vorstellungsgespräch entfällt, gespräch ist nicht nötig, gespräche gibt es nicht, kein kennenlernen, sofort angenommen, anstelle eines gesprächs, anstelle des gesprächs, statt eines interviews, statt gespräch, an stelle eines gesprächs, niemand muss vorbeikommen, gleich fotos`,
  ],
  [
    'selfshot',
    `selfie*, selbstporträt*, selbstportrat*, foto von dir, foto von ihnen, bild von dir, bild von ihnen, foto ihres gesichts, foto deines gesichts, video von dir, video von ihnen, video deines gesichts, video ihres gesichts, videoselfie, gesichtsscan, auf dem du ihn, auf dem du sie, auf dem sie ihn, auf dem sie den, auf dem du den, neben deinem gesicht, neben ihrem gesicht, neben dem gesicht, in die kamera`,
  ],
  [
    'receives',
    `du empfängst zahlungen, sie empfangen zahlungen, du erhältst zahlungen, sie erhalten zahlungen, du erhältst überweisungen, sie erhalten überweisungen, du bekommst überweisungen, sie bekommen überweisungen, du bekommst geld, sie bekommen geld, zahlungen gehen bei dir, zahlungen gehen bei ihnen, geld geht bei dir, geld geht bei ihnen, was bei dir ankommt, was bei ihnen ankommt`,
  ],
  [
    'giftcard',
    `karten von google play, karte von google play, karten von apple, karte von apple, karten von steam, karten für google play, google play, itunes, playstation karte*, xbox karte*, guthabencode*, guthabencodes, wertgutschein*`,
  ],
  [
    'cashout',
    `abheben, hebst .. ab, auszahl*, auszahlung, ausgezahlt, provision, bonus, aufschlag, gutgeschrieben, gewinn`,
  ],
  [
    'proveid',
    `bestätige deine identität, bestätigen sie ihre identität, identität bestätigen, identität nachweisen, identität prüfen, weise deine identität, weisen sie ihre identität, verifiziere dich, verifizieren sie sich, legitimieren sie sich, legitimiere dich, ausweisen`,
  ],
  [
    'paper2',
    `stromrechnung*, meldebescheinigung*, sozialversicherungs*, steuer id, steuernummer, steueridentifikations*, führerschein, geburtsurkunde, lohnsteuer*, gehaltsabrechnung*, aufenthaltstitel*, krankenkassenkarte, gesundheitskarte, kontoauszug*`,
  ],
  ['voucher', `karte, karten, gutschein*, *gutscheine, *gutschein, coupon*`],
  [
    'buycmd',
    `kaufen, kauf, kaufe, kaufst, besorgen, besorg, besorge, besorgst, erwerben, hol, holen, erwirb`,
  ],
  [
    'sendme',
    `senden sie sie mir, schick sie mir, schicken sie sie mir, mir, mailen sie, tragen sie, trag, tippen sie, gib sie, geben sie sie, schick uns, schicken sie uns, übermitteln`,
  ],
  [
    'moneyverb',
    `zahl*, bezahl*, einzahl*, überweis*, begleich*, entricht*, hinterleg*, schick*, send*, leist*, kassier*, vorstreck*, vorleg*, berechn*, verlang*, kost*, gegen, in bar, pro person, je person, mitbring*, mitzubring*`,
  ],
];
