import { type TradeTexts, words } from './trades.ts';

/** French building blocks of the made-up jobs. */
export const tradesInFrench: TradeTexts = {
  nurse: words(
    'Infirmier de nuit|Infirmier en chirurgie|Infirmier en pédiatrie|Infirmier à domicile|Infirmier en gériatrie',
    'Soins infirmiers, Pansements, Pédiatrie, Transmissions',
    `Suivre six à huit patients par poste, de l’arrivée au retour chez eux
Refaire les pansements, préparer les traitements et repérer tôt ce qui change
Transmettre en dix minutes, par écrit et de vive voix
Expliquer aux familles la suite des soins
Encadrer un étudiant à la fois, avec du temps prévu pour cela
Tenir le dossier à jour sur une tablette qui fonctionne
Organiser la sortie avec les infirmiers de ville`,
    `Diplôme d’État d’infirmier
Du calme quand trois sonnettes retentissent
Un week-end travaillé sur trois
Le goût du travail en équipe`,
  ),
  care: words(
    'Aide-soignant|Auxiliaire de vie|Accompagnant éducatif et social',
    'Aide à la personne, Gériatrie, Premiers secours',
    `Aider au lever, à la toilette et au petit déjeuner, sans presser personne
Accompagner les sorties, du marché au médecin
Noter les petits changements pour l’infirmier
Préparer les repas avec ceux qui aiment encore cuisiner
Tenir compagnie, vraiment
Assurer une tournée de sept domiciles`,
    `Diplôme d’aide-soignant ou expérience à domicile
Permis B pour les tournées
De la douceur et un dos solide
Respect des habitudes de chacun`,
  ),
  childcare: words(
    'Éducateur de jeunes enfants|Auxiliaire de puériculture|Directeur de crèche',
    'Petite enfance, Pédagogie, Premiers secours',
    `Accueillir quinze enfants et leurs parents chaque matin
Mener les adaptations au rythme de chacun
Sortir tous les jours, même s’il pleut
Observer, écrire et partager ce qui compte
Préparer des ateliers de peinture, de musique et de boue
Animer une réunion de parents par trimestre`,
    `Diplôme de la petite enfance
De l’humour à hauteur d’enfant
Une voix qui sait chanter faux sans honte
Sens de l’organisation`,
  ),
  teacher: words(
    'Professeur de mathématiques|Professeur des écoles|Formateur en français langue étrangère',
    'Enseignement, Pédagogie, Français',
    `Enseigner dix-huit heures par semaine en classes de vingt-deux
Préparer les cours à deux
Corriger pour faire avancer, pas pour punir
Rencontrer les parents avant qu’il y ait un problème
Animer un club de votre choix
Suivre une classe comme professeur principal`,
    `Un diplôme d’enseignement dans la matière
Le goût des questions imprévues
Expérience avec des publics variés
Une autorité tranquille`,
  ),
  electrician: words(
    'Électricien bâtiment|Électricien de maintenance|Installateur de panneaux solaires',
    'Électricité, Câblage, Habilitation électrique',
    `Câbler du tableau à la dernière prise
Chercher les pannes avec un multimètre et de la tête
Poser des panneaux solaires à trois sur un toit
Contrôler, étiqueter et rédiger le rapport
Entretenir quarante machines d’un atelier
Montrer à l’apprenti pourquoi le capot se remet`,
    `CAP ou bac pro électricité
Permis B, et pas le vertige
Un travail propre même derrière le mur
Une semaine d’astreinte sur six`,
  ),
  heating: words(
    'Plombier chauffagiste|Technicien pompes à chaleur|Technicien de maintenance CVC',
    'Plomberie, Chauffage, Pompes à chaleur',
    `Installer des pompes à chaleur et les expliquer
Refaire une salle de bains en une semaine
Entretenir des chaudières et savoir lesquelles remplacer
Rendre visite à cinq clients par jour, avec votre véhicule
Chiffrer le matériel pour ne pas revenir deux fois
Former un apprenti`,
    `CAP ou BP dans le métier
Permis B
De la courtoisie jusque dans les caves
Une attestation de manipulation des fluides, ou l’envie de la passer`,
  ),
  carpenter: words(
    'Menuisier|Charpentier|Ébéniste',
    'Menuiserie, Travail du bois, Lecture de plans',
    `Fabriquer des meubles qui survivront à leurs propriétaires
Lever des charpentes à quatre, avec la grue
Poser des cuisines au millimètre
Prendre les cotes chez le client et dessiner aussitôt
Programmer la CNC et garder un rabot à portée de main
Ranger l’atelier le vendredi`,
    `CAP menuisier, charpentier ou ébéniste
Un bon œil
Permis B
Le goût du bois, même difficile`,
  ),
  baker: words(
    'Boulanger|Pâtissier|Vendeur en boulangerie',
    'Boulangerie, Pâtisserie, Hygiène',
    `Mener les levains, dont un plus vieux que vous
Façonner, cuire et goûter
Commencer à trois heures et rentrer à midi
Décorer des gâteaux de mariage et de mardi
Vendre ce que vous avez fait, en sachant ce qu’il y a dedans
Inventer un pain par saison`,
    `CAP boulanger ou pâtissier
Le réveil ne vous fait pas peur
De la précision au gramme et au degré
Le sourire aux habitués`,
  ),
  cook: words(
    'Chef de partie|Cuisinier de collectivité|Second de cuisine',
    'Cuisine, HACCP, Gestion des stocks',
    `Tenir le chaud pour soixante couverts
Écrire la carte le jeudi selon le marché
Cuisiner trois cents déjeuners que les enfants finissent
Commander, stocker et ne presque rien jeter
Former deux apprentis
Laisser la cuisine aussi propre qu’à midi`,
    `CAP cuisine ou deux ans d’expérience
Des nerfs à vingt heures
L’amour des légumes
La rigueur en hygiène`,
  ),
  hotel: words(
    'Réceptionniste|Gouvernant|Veilleur de nuit',
    'Accueil, Anglais, Réservation',
    `Accueillir ceux qui ont voyagé toute la journée
Répondre en deux langues par écrit et trois au téléphone
Organiser huit personnes et quarante-deux chambres
Régler les soucis avant qu’un avis ne soit écrit
Compter la caisse à six heures
Conseiller une bonne table pas chère`,
    `Un anglais qui tient la conversation
De l’amabilité à sept heures du matin
Une première expérience d’un logiciel de réservation
Des horaires décalés`,
  ),
  shop: words(
    'Vendeur en librairie|Responsable de magasin|Conseiller de vente, sport',
    'Vente, Conseil client, Encaissement',
    `Conseiller franchement, même pour vendre moins
Commander deux fois par semaine
Ouvrir le magasin trois matins
Faire le planning de neuf personnes
Composer une vitrine devant laquelle on s’arrête
Clôturer la caisse, et qu’elle soit juste`,
    `Une expérience en magasin
Deux samedis par mois
Le calcul mental, au cas où
De la curiosité pour nos produits`,
  ),
  warehouse: words(
    'Préparateur de commandes|Cariste|Chef d’équipe réception',
    'CACES, Préparation de commandes, Inventaire',
    `Décharger quatre camions par poste et compter
Préparer les commandes au scanner, à la pièce près
Conduire le chariot sans jamais se presser
Tenir l’allée douze claire pour les autres
Signaler les dégâts en photo
Animer une équipe de sept`,
    `CACES, ou l’envie de le passer à nos frais
Matin et après-midi en alternance
De bonnes chaussures, que nous payons
Ponctualité`,
  ),
  planner: words(
    'Responsable logistique|Planificateur transport|Approvisionneur',
    'Logistique, Excel, Anglais, SAP',
    `Planifier deux cents conteneurs par jour
Réserver bateaux, trains et le camion entre les deux
Comprendre pourquoi c’est toujours en retard le mardi
Prévenir les clients avant qu’ils n’appellent
Négocier les tarifs deux fois par an
Tenir le tableau auquel tout le monde se fie`,
    `Trois ans en planification
Excel avancé, SQL bienvenu
Anglais courant
Du calme par temps de brouillard`,
  ),
  accountant: words(
    'Comptable|Gestionnaire de paie|Contrôleur de gestion',
    'Comptabilité, Excel, Paie, SAP',
    `Clôturer le mois le cinquième jour, sans nuit blanche
Payer trois cents personnes sans erreur
Rapprocher des comptes oubliés depuis le printemps
Expliquer les chiffres à ceux qui soignent, vendent ou construisent
Préparer un audit ennuyeux
Remplacer un tableau par trimestre`,
    `BTS ou DCG de comptabilité
Deux clôtures menées seul
Excel et un grand logiciel
Le courage de demander à quoi servait une facture`,
  ),
  people: words(
    'Chargé de recrutement|Responsable ressources humaines|Assistant RH',
    'Recrutement, Droit du travail, Communication',
    `Pourvoir vingt postes par an et répondre à tout le monde
Conseiller les responsables avant un entretien
Suivre contrats, congés et questions
Accueillir les nouveaux pour qu’ils restent
Rédiger des annonces qui disent le salaire
Préparer les réunions du CSE`,
    `Trois ans en ressources humaines
Le droit du travail, à jour
De la discrétion
Une écriture claire`,
  ),
  law: words(
    'Juriste d’entreprise|Assistant juridique|Délégué à la protection des données',
    'Droit des contrats, RGPD, Droit du travail',
    `Rédiger et négocier des contrats
Répondre en deux jours et en mots simples
Tenir le registre des traitements
Suivre les contentieux avec nos avocats
Former les équipes avant qu’elles ne signent
Réduire douze modèles à quatre`,
    `Master en droit
Trois ans en cabinet ou en entreprise
Anglais juridique
Le sens de la mesure`,
  ),
  marketing: words(
    'Chargé de communication|Responsable marketing digital|Rédacteur web',
    'SEO, Rédaction, Google Analytics, Réseaux sociaux',
    `Planifier ce que nous publions, et en jeter la moitié
Écrire des pages qui répondent aux questions
Piloter les campagnes et arrêter celles qui ne donnent rien
Mesurer ce qu’apporte une lettre d’information
Animer nos réseaux avec esprit
Travailler avec photographes et graphistes`,
    `Deux ans d’expérience et des exemples
Une orthographe sûre
Les chiffres ne vous ennuient pas
Un outil de gestion de contenus`,
  ),
  sales: words(
    'Commercial terrain|Responsable grands comptes|Attaché commercial',
    'Vente, CRM, Négociation',
    `Gagner quinze clients par an qui restent cinq ans
Écouter une heure avant de montrer
Tenir le CRM de sorte que les congés soient possibles
Rédiger des offres qu’on ne lit qu’une fois
Voyager deux jours par semaine, en train
Rapporter à l’équipe ce que les clients ont demandé`,
    `Expérience de la vente de produits à expliquer
Un résultat dont vous êtes fier
Anglais en réunion
De l’humour`,
  ),
  backend: words(
    'Développeur back-end|Développeur Java confirmé|Ingénieur logiciel Python',
    'Java, Python, PostgreSQL, Docker',
    `Être responsable de services, de la table à l’alerte
Concevoir des interfaces agréables à appeler
Ramener un traitement de quatre heures à dix minutes
Écrire des tests qui échouent pour une raison
Relire avec bienveillance et jusqu’au bout
Quitter l’ancien système pour de bon`,
    `Quatre ans d’un langage de back-end
Un SQL que vous savez expliquer
Le souci des données qui ne doivent pas se perdre
Français au quotidien, anglais dans le code`,
  ),
  frontend: words(
    'Développeur front-end React|Développeur web|Développeur mobile',
    'TypeScript, React, CSS, Accessibilité',
    `Construire des pages pour le clavier, le téléphone et les lignes lentes
Entretenir quarante composants partagés
Retirer 300 kilo-octets du premier chargement
Esquisser avec les designers
Tester avec des personnes malvoyantes
Livrer le mardi sans histoire`,
    `TypeScript et React
HTML et CSS par conviction
Des tests dans un navigateur
Le goût du détail, et sa limite`,
  ),
  data: words(
    'Data analyst|Data scientist|Ingénieur données',
    'Python, SQL, Statistiques, Machine learning',
    `Répondre à la question derrière la question
Prévoir la demande de huit cents magasins
Construire des modèles qu’on peut contredire
Mettre deux rapports d’accord
Dessiner des graphiques sans légende
Mettre un modèle en production et le surveiller`,
    `Python et SQL tous les jours
Des statistiques que vous pourriez enseigner
Un projet qui a changé une décision
Une écriture simple`,
  ),
  laboratory: words(
    'Technicien de laboratoire|Technicien qualité agroalimentaire',
    'Laboratoire, Contrôle qualité, Microbiologie',
    `Analyser deux cents échantillons d’eau par jour
Préparer les cultures et tenir leur registre
Valider une méthode
Entretenir trois appareils et leurs humeurs
Comprendre les chiffres du lundi
Former les collègues`,
    `BTS ou BUT de biologie
Des mains et des registres propres
Une norme de qualité vécue
Anglais pour les notices`,
  ),
  garden: words(
    'Jardinier paysagiste|Élagueur|Responsable espaces verts',
    'Jardinage, Taille, Engins',
    `Entretenir deux parcs et les conversations qu’on y tient
Planter huit cents arbres par hiver
Tailler des rosiers sans se faire d’ennemis
Réparer allées, bancs et fontaines
Élever des vivaces de la graine au camion
Diriger une équipe de quatre`,
    `Formation en espaces verts
Permis B, remorque bienvenue
Le plaisir du dehors
Le nom des plantes courantes`,
  ),
};
