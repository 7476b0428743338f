import { type TradeTexts, words } from './trades.ts';

/** German building blocks of the made-up jobs. */
export const tradesInGerman: TradeTexts = {
  nurse: words(
    'Pflegefachkraft Innere Medizin|Gesundheits- und Krankenpfleger|Pflegefachkraft Nachtdienst|Stationsleitung Pflege',
    'Krankenpflege, Wundversorgung, Dokumentation',
    `Du betreust in der Schicht sechs bis acht Menschen, vom ersten Gespräch bis zur Entlassung
Du versorgst Wunden, gibst Medikamente und merkst früh, wenn etwas nicht stimmt
Du übergibst in zehn Minuten, schriftlich und im Gespräch
Du leitest Auszubildende an und bekommst Zeit dafür
Du dokumentierst am Tablet, direkt am Bett
Du planst mit der Leitung den Dienst, vier Wochen im Voraus`,
    `Eine abgeschlossene Ausbildung in der Pflege
Ruhe, auch wenn es dreimal gleichzeitig klingelt
Bereitschaft zu jedem dritten Wochenende
Gutes Deutsch, Sprachniveau B2`,
  ),
  care: words(
    'Altenpfleger|Pflegehelfer|Betreuungskraft Tagespflege',
    'Altenpflege, Betreuung, Erste Hilfe',
    `Du hilfst beim Aufstehen, Waschen und Frühstücken, ohne Eile
Du begleitest zum Arzt und in den Garten
Du schreibst auf, was sich verändert hat
Du planst jede Woche einen Nachmittag mit Musik
Du fährst eine Tour mit acht Haushalten
Du sprichst mit Angehörigen, bevor sie sich sorgen`,
    `Erfahrung mit alten Menschen, im Beruf oder zu Hause
Führerschein Klasse B für die Touren
Geduld und ein fester Händedruck
Lust auf ein kleines Team`,
  ),
  childcare: words(
    'Erzieher|Kinderpfleger|Leitung Kita',
    'Pädagogik, Kinderbetreuung, Erste Hilfe',
    `Du begleitest eine Gruppe von achtzehn Kindern durch den Tag
Du gewöhnst Neue in ihrem eigenen Tempo ein
Du gehst bei jedem Wetter raus
Du führst Gespräche mit Eltern, vorbereitet und freundlich
Du schreibst Beobachtungen, die jemand liest
Du planst mit dem Team Feste, Ausflüge und ruhige Wochen`,
    `Eine Ausbildung als Erzieher oder Kinderpfleger
Humor auf Augenhöhe
Freude an Sprache, Liedern und Matsch
Ein erweitertes Führungszeugnis`,
  ),
  teacher: words(
    'Lehrer Mathematik und Physik|Grundschullehrer|Dozent Deutsch als Fremdsprache',
    'Unterricht, Deutsch, Didaktik',
    `Du unterrichtest zwanzig Stunden in kleinen Klassen
Du bereitest mit zwei Kollegen deines Fachs vor
Du gibst Rückmeldungen, mit denen man weiterkommt
Du sprichst mit Eltern, bevor es ein Problem gibt
Du leitest eine Arbeitsgemeinschaft deiner Wahl
Du begleitest eine Klassenfahrt im Jahr`,
    `Ein Lehramtsstudium oder eine gleichwertige Ausbildung
Freude an Fragen, die nicht im Buch stehen
Erfahrung mit mehrsprachigen Klassen
Ruhige Bestimmtheit`,
  ),
  social_work: words(
    'Sozialarbeiter|Sozialpädagoge Jugendhilfe|Schulbegleiter',
    'Sozialarbeit, Beratung, Krisenintervention',
    `Du berätst Familien, bei ihnen und bei uns
Du begleitest Jugendliche zu Ämtern, Ärzten und Ausbildungsplätzen
Du hältst Kontakt zu Schulen und Jugendamt
Du schreibst Berichte, die fair sind
Du leitest eine Gruppe am Nachmittag
Du bist alle sechs Wochen in Rufbereitschaft`,
    `Ein Studium der Sozialen Arbeit oder Pädagogik
Erfahrung in der Jugendhilfe
Klare Grenzen und ein offenes Ohr
Führerschein Klasse B`,
  ),
  electrician: words(
    'Elektroniker Energie- und Gebäudetechnik|Elektriker Instandhaltung|Monteur Photovoltaik',
    'Elektroinstallation, Messen und Prüfen, Photovoltaik',
    `Du installierst in Neubauten und alten Schulen, vom Schrank bis zur letzten Dose
Du suchst Fehler mit Messgerät und Verstand
Du baust Solaranlagen und Speicher im Team zu dritt
Du prüfst, beschriftest und schreibst das Protokoll
Du hältst vierzig Maschinen am Laufen
Du zeigst Azubis, warum der Deckel wieder drauf kommt`,
    `Eine Ausbildung in der Elektrotechnik
Führerschein Klasse B und Schwindelfreiheit
Saubere Arbeit, auch hinter der Blende
Eine Woche Bereitschaft in sechs`,
  ),
  heating: words(
    'Anlagenmechaniker SHK|Kundendiensttechniker Wärmepumpen|Bauleiter Heizung und Sanitär',
    'Heizungstechnik, Wärmepumpen, Sanitär',
    `Du baust Wärmepumpen ein und erklärst sie den Leuten
Du tauschst in einer Woche ein Bad, ohne Streit
Du wartest Kessel und weißt, wann einer gehen muss
Du fährst mit eigenem Wagen zu fünf Kunden am Tag
Du rechnest Material so, dass niemand zweimal fährt
Du leitest Baustellen mit drei Kollegen`,
    `Eine Ausbildung als Anlagenmechaniker
Führerschein Klasse B
Freundlichkeit im Heizungskeller
Interesse an Kältetechnik; die Schulung zahlen wir`,
  ),
  carpenter: words(
    'Tischler|Zimmerer|Möbelmonteur',
    'Holzbearbeitung, Möbelbau, CNC',
    `Du baust Möbel, die ihre Besitzer überleben
Du stellst Dachstühle auf, zu viert und mit Kran
Du montierst Küchen auf den Millimeter
Du programmierst die CNC und hobelst trotzdem noch von Hand
Du nimmst Maß bei Kunden und zeichnest gleich mit
Du hältst die Werkstatt in Ordnung, abends und freitags`,
    `Eine Ausbildung als Tischler oder Zimmerer
Ein gutes Auge und gute Ohren
Führerschein Klasse B
Freude an Holz, auch an schwierigem`,
  ),
  mechanic: words(
    'Kfz-Mechatroniker|Fahrradmechaniker|Industriemechaniker',
    'Diagnose, Mechanik, Wartung',
    `Du findest Fehler, bevor Teile bestellt sind
Du reparierst Räder, Busse oder Pressen, je nach Halle
Du wartest nach Plan und nach Gefühl
Du sprichst mit Kunden auf Deutsch statt in Fehlercodes
Du dokumentierst am Tablet
Du zeigst Azubis, wie man eine Schraube fühlt`,
    `Eine abgeschlossene Ausbildung in der Mechanik
Neugier auf Hochvolt; die Schulung zahlen wir
Frühaufsteher willkommen, Langschläfer in der Spätschicht
Sorgfalt`,
  ),
  baker: words(
    'Bäcker|Konditor|Verkäufer Bäckerei',
    'Backen, Teigführung, Hygiene',
    `Du führst Sauerteige, von denen einer älter ist als du
Du formst, backst und probierst
Du beginnst um drei und bist mittags zu Hause
Du verzierst Torten für Hochzeiten und Dienstage
Du verkaufst, was du gebacken hast, und weißt, was drin ist
Du planst mit, was wir im Winter backen`,
    `Eine Ausbildung im Handwerk, oder Lust auf eine
Der Wecker ist dein Freund
Genauigkeit bei Gramm und Grad
Freude an Stammkunden`,
  ),
  cook: words(
    'Koch|Küchenleitung Schulmensa|Jungkoch',
    'Kochen, Menüplanung, Hygiene',
    `Du kochst mittags für dreihundert Kinder, frisch
Du leitest den warmen Posten an fünf Abenden
Du schreibst die Karte danach, was der Markt hat
Du bestellst, lagerst und wirfst fast nichts weg
Du bildest zwei Azubis aus
Du hältst die Küche so sauber, dass Gäste reinschauen dürfen`,
    `Eine Ausbildung als Koch
Nerven am Freitagabend
Liebe zu Gemüse
Hygiene, die keiner kontrollieren muss`,
  ),
  shop: words(
    'Verkäufer Bioladen|Filialleitung|Buchhändler',
    'Verkauf, Beratung, Kasse',
    `Du berätst ehrlich, auch wenn jemand dann weniger kauft
Du bestellst zweimal in der Woche
Du öffnest den Laden an drei Morgen
Du planst den Dienst für neun Leute
Du dekorierst das Fenster, vor dem man stehen bleibt
Du machst abends Kasse, und sie stimmt`,
    `Erfahrung im Verkauf
Zwei Samstage im Monat
Kopfrechnen, falls die Kasse streikt
Neugier auf das Sortiment`,
  ),
  warehouse: words(
    'Lagermitarbeiter|Staplerfahrer|Fachkraft Lagerlogistik',
    'Staplerschein, Kommissionierung, Wareneingang',
    `Du entlädst vier Lkw in der Schicht und zählst nach
Du kommissionierst mit dem Scanner, aufs Stück genau
Du fährst Stapler, nie in Eile
Du hältst Gang zwölf so, dass andere ihn verstehen
Du meldest Schäden mit Foto und drei Worten
Du führst eine Schicht mit sieben Leuten`,
    `Staplerschein, oder Lust darauf; wir zahlen ihn
Früh- und Spätschicht im Wechsel
Deutsch für Etiketten und Scherze
Zuverlässigkeit`,
  ),
  driver: words(
    'Berufskraftfahrer Nahverkehr|Busfahrer|Paketzusteller',
    'Führerschein, Tourenplanung, Ladungssicherung',
    `Du fährst Touren in der Region und bist abends zu Hause
Du sicherst Ladung so, dass sie dort bleibt
Du bringst neunzig Pakete an die richtigen Türen
Du prüfst Reifen, Licht und Bremsen vor jedem Start
Du hilfst beim Ein- und Aussteigen
Du meldest, was der Wagen braucht, bevor er steht`,
    `Führerschein der passenden Klasse
Pünktlichkeit ohne Chef
Ortskenntnis oder ein gutes Ohr für das Navi
Freundlichkeit an Haustüren`,
  ),
  accountant: words(
    'Buchhalter|Lohnbuchhalter|Controller|Steuerfachangestellter',
    'Buchhaltung, DATEV, Excel, SAP',
    `Du schließt den Monat am fünften Werktag, ohne Nachtschicht
Du rechnest dreihundert Löhne richtig ab
Du stimmst Konten ab, die seit dem Frühjahr keiner angesehen hat
Du erklärst Zahlen denen, die bauen und verkaufen
Du bereitest die Prüfung so vor, dass sie langweilig wird
Du ersetzt im Quartal eine Tabelle durch etwas Besseres`,
    `Eine kaufmännische Ausbildung mit Schwerpunkt Finanzen
DATEV oder SAP
Sorgfalt und Mut zum Nachfragen
Gutes Deutsch in Wort und Schrift`,
  ),
  law: words(
    'Syndikusrechtsanwalt|Rechtsanwaltsfachangestellter|Referent Datenschutz',
    'Vertragsrecht, Datenschutz, Arbeitsrecht',
    `Du entwirfst und verhandelst Verträge mit Lieferanten
Du beantwortest Rechtsfragen in zwei Tagen und in klaren Worten
Du führst Fristen, auf die sich alle verlassen
Du pflegst das Verzeichnis der Verarbeitungen
Du schulst Teams, bevor sie unterschreiben
Du machst aus zwölf Vorlagen vier`,
    `Zwei Staatsexamen, oder die Ausbildung für die Kanzlei
Erfahrung in Kanzlei oder Rechtsabteilung
Englisch in Verträgen
Augenmaß`,
  ),
  marketing: words(
    'Referent Öffentlichkeitsarbeit|Online-Marketing-Manager|Redakteur Social Media',
    'SEO, Redaktion, Google Analytics, Texten',
    `Du planst, was wir im Quartal veröffentlichen, und streichst die Hälfte
Du schreibst Texte, die Fragen beantworten
Du steuerst Kampagnen mit Budget und beendest, was nichts bringt
Du misst, was ein Newsletter bewirkt
Du betreust unsere Kanäle mit Witz
Du briefst Fotografen und dankst ihnen`,
    `Zwei Jahre Erfahrung und Arbeitsproben
Sicheres Deutsch
Zahlen langweilen dich nicht
Erfahrung mit einem Redaktionssystem`,
  ),
  sales: words(
    'Vertriebsmitarbeiter Außendienst|Key-Account-Manager|Vertriebsinnendienst',
    'Vertrieb, CRM, Verhandlung',
    `Du gewinnst fünfzehn Kunden im Jahr, die fünf Jahre bleiben
Du hörst eine Stunde zu, bevor du etwas zeigst
Du hältst das CRM so, dass Urlaub möglich ist
Du schreibst Angebote, die niemand zweimal lesen muss
Du bist zwei Tage in der Woche unterwegs, meist mit der Bahn
Du sagst der Entwicklung, was Kunden wirklich wollten`,
    `Erfahrung im Vertrieb erklärungsbedürftiger Produkte
Eine Zahl, auf die du stolz bist
Englisch in Besprechungen
Humor`,
  ),
  backend: words(
    'Softwareentwickler Backend|Java-Entwickler|Senior Softwareentwickler Python|PHP-Entwickler',
    'Java, PostgreSQL, Python, Docker, Spring',
    `Du verantwortest Dienste von der Tabelle bis zum Alarm
Du entwirfst Schnittstellen, die andere gern benutzen
Du machst aus einem Lauf von vier Stunden einen von zehn Minuten
Du schreibst Tests, die aus einem Grund fehlschlagen
Du liest fremden Code freundlich und ganz
Du holst die letzten Kunden vom alten System`,
    `Vier Jahre mit Java, Python oder etwas Verwandtem
SQL, das du erklären kannst
Erfahrung mit Daten, die nicht verloren gehen dürfen
Deutsch im Team, Englisch im Code`,
  ),
  frontend: words(
    'Frontend-Entwickler|Webentwickler Barrierefreiheit|App-Entwickler',
    'TypeScript, React, CSS, Barrierefreiheit',
    `Du baust Seiten für Tastatur, Telefon und langsame Leitung
Du pflegst vierzig Bausteine, die drei Teams nutzen
Du nimmst 300 Kilobyte aus dem ersten Laden
Du skizzierst mit dem Design, bevor es ein Bild gibt
Du testest mit Menschen, die einen Screenreader nutzen
Du hältst die Auslieferung am Dienstag langweilig`,
    `TypeScript und ein Framework, am liebsten React
HTML und CSS aus Überzeugung
Erfahrung mit Tests im Browser
Deutsch oder Englisch im Alltag`,
  ),
  operations: words(
    'Systemadministrator Linux|DevOps-Engineer|IT-Support First Level',
    'Linux, Kubernetes, Netzwerke, Ansible',
    `Du hältst vierzig Dienste am Laufen und schläfst trotzdem
Du betreust Laptops, Konten und die Fragen dazu
Du schreibst das Handbuch nach dem Vorfall
Du übst jedes Quartal das Wiederherstellen
Du bringst Server mit Planetennamen in Code
Du machst aus einer Auslieferung vier Minuten`,
    `Linux aus dem Kopf
Eine Ausbildung in der Informatik oder gleichwertig
Ruhe im Vorfall
Bereitschaft eine Woche in acht`,
  ),
  civil: words(
    'Bauingenieur Brückenbau|Architekt|Bauleiter Hochbau',
    'AutoCAD, Statik, Projektsteuerung',
    `Du planst die Sanierung von Brücken im laufenden Verkehr
Du zeichnest Details, die man auch im Regen lesen kann
Du leitest eine Baustelle vom Zaun bis zum Schlüssel
Du prüfst, bevor verputzt wird
Du hältst Kosten, Nachbarn und Wetter in einem Plan
Du stellst dem Gemeinderat drei Varianten vor`,
    `Ein Studium im Bauwesen oder der Architektur
Drei Jahre an Projekten, die gebaut wurden
CAD und ein weicher Bleistift
Führerschein Klasse B`,
  ),
  garden: words(
    'Landschaftsgärtner|Gärtner Zierpflanzen|Baumpfleger',
    'Pflanzenpflege, Baumpflege, Motorsäge',
    `Du pflegst zwei Parks und die Gespräche darin
Du pflanzt im Winter achthundert Bäume
Du schneidest Rosen, ohne dir Feinde zu machen
Du reparierst Wege, Bänke und Brunnen
Du ziehst Stauden vom Samen bis zum Lastwagen
Du kletterst, gesichert und zu zweit`,
    `Eine Ausbildung im Gartenbau
Führerschein mit Anhänger von Vorteil
Freude an jedem Wetter
Pflanzennamen, wenigstens die häufigen`,
  ),
};
