import type { Vocabulary } from '../matching.ts';

export const frenchWords: Vocabulary = [
  [
    'fee',
    `note de, droits, quote part, participation, frais, caution, cautions, dépôt de garantie, dépôts de garantie, arrhes, acompte de, acompte, avance de, droits d'inscription, droit d'inscription, droits de dossier, droit d'entrée, droits d'entrée, cotisation*, redevance, participation de, participation aux, participation financière, contribution de, contribution financière, timbre*, taxe, taxes, honoraires, provision de, provision pour, garantie de, consigne de, consigne, ouverture de dossier, inscription payante, versement de, somme de, montant de, forfait de, forfait dossier, facturé*, adhésion, quittance, pas-de-porte, mise de, apport`,
  ],
  [
    'thing',
    `
    visa, visas, autorisation de travail, permis de travail, permis, certificat*, attestation*, habilitation*, casier, extrait de casier, enquête, vérification, formation*, module*, kit, kits, mallette, pack, matériel*, trousse, fournitures, examen*, test, tests, visite médicale, visite, vaccin*, uniforme*, tenue, tailleur, licence, logiciel, ordinateur*, équipement*, casque, tablette, badge*, carte professionnelle, carte pro, dossier*, papiers, inscription*, immatriculation, assurance*, book, photos, shooting, audition, casting, accréditation, agrément, traduction*, légalisation, notaire, biométrie, ambassade, consulat, consulaires, accès, plateforme, profil, annonce, catalogue, guide, livret, brochure, abonnement, chambre, logement, place, EPI, chaussures, code d'accès, activation, fichier, candidature`,
  ],
  [
    'cost',
    `sont, se paie, se paient, coûte, coûtent, coût, coûts, prix, tarif, s'élève, s'élèvent, revient à, fixé à, fixée à, fixés à, fixées à, montant, au total, seulement, seul, seule, pour un total, uniquement, à peine, est de, sont de`,
  ],
  [
    'pay',
    `
    payer, payez, paie, paye, payable*, paiement, régler, réglez, règle, réglé, réglée, règlement, verser, versez, versement, versé, virer, virez, virement, transférer, envoyer, envoyez, adresser, acquitter, acquittez, s'acquitter, débourser, déposer, déposez, acheter, achetez, achat, acquérir, acquiert, commander, commandez, se procurer, procurez, prévoir, avancer, avancez, remettre, remettez, en espèces, en liquide, demandé, demandée, demandés, demandées, exigé, exigée, dû, due, dus, dues, prélevé, par carte, mandat, réclamé*, sollicité*, recharger, rechargez, contre, moyennant`,
  ],
  [
    'borne',
    `payée par le candidat, payé par le candidat, payés par le candidat, réglé par le candidat, réglée par le candidat, avancé par le candidat, avancés par, avancée par, avancés par l ouvrier, par le candidat, par la candidate, par les candidats, par le postulant, par le salarié, par l ouvrier, par le travailleur, par vous, vous demande d avancer, d avancer, à la charge du candidat, à la charge de la candidate, à la charge des candidats, à charge du candidat, à la charge du postulant, à la charge du salarié, à la charge de l'intéressé*, à la charge du travailleur, à votre charge, à vos frais, à ses frais, à leurs frais, à ta charge, à tes frais, au candidat, aux candidats, le candidat paie, le candidat règle, le candidat verse, le candidat prend, le candidat avance, les candidats paient, les candidats règlent, candidats versent, candidat doit, le postulant acquiert, le postulant règle, le postulant verse, vous payez, vous réglez, vous versez, vous virez, vous avancez, vous achetez, vous acquittez, vous commandez, de votre poche, de sa poche, il vous sera demandé, il vous est demandé, il est demandé, vous sera demandé*, vous est demandé*, vous sont demandé*, vous seront demandé*, vous devez verser, vous devez régler, vous devrez régler, vous devrez verser, vous devrez payer, merci de régler, merci de verser, merci de virer, merci de prévoir, merci de payer, merci d'envoyer un, veuillez régler, veuillez verser, veuillez virer, reste à la charge, reste à charge, restent à la charge, restent à charge, restent à votre charge, tu paies, tu verses, tu règles, tu avances, envoyez un mandat`,
  ],
  [
    'free',
    `sur le .. salaire, sur la .. paie, sur votre .. salaire, sur votre .. paie, démission, un quart, une part, au contrat, encaisser, l étude, sur la paie, sur votre paie, sur la première paie, sur votre première paie, sur le salaire, sur votre salaire, sur le premier salaire, sur votre premier salaire, retenu sur, retenue sur, retenus sur, retenues sur, prélevé sur la paie, prélevée sur la paie, déjà gagné*, clause de dédit, dédit formation, dédit, prorata, au prorata, si vous partez, qui part avant, départ anticipé, en cas de départ, rembourser la part, sans caution, sans avance, sans dépôt, ne réclamons, ne réclame, interdit*, jamais payer, ne vous coûte, ne coûte, ne paient rien, ne payez, ne verse rien, rien à débourser, rien à avancer, l école paie, la mairie paie, la commune paie, la société paie, le groupe paie, la maison paie, payons, à notre charge, à nos frais, pris en charge, prise en charge, prises en charge, prenons en charge, prend en charge, nous payons, nous réglons, nous finançons, nous remboursons, nous prenons, nous offrons, on paie, on paye, on règle, on finance, on prend en charge, on rembourse, réglé par, réglée par, réglés par, réglées par, payé par, payée par, payés par, payées par, financé par, financée par, financés par, financées par, financé après, financé, financée, offert, offerte, offerts, offertes, fourni, fournie, fournis, fournies, gratuit*, sans frais, aucun frais, pas de frais, aucune participation, aucun investissement, ne paie rien, ne payez rien, ne facture rien, ne coûte rien, rien à payer, ne demandons, ne demande rien, remboursement de vos, remboursés à, par l'entreprise, par l'employeur, par la banque, par la fédération, par le bureau, par nos soins, assuré par nos, l'entreprise paie, l'employeur paie, l'entreprise prend, l'association paie, est à nous, de notre poche, payée 150, payé d'avance, réglés d'avance, participation employeur, plafonnement, encaissez, encaisse`,
  ],
  [
    'refund',
    `repris le, repris, vous reprenez, remboursable*, remboursé*, rembourse, restitué*, restitution, rendu, rendus, rendue, rendues, récupéré*, récupérable*, déduit*, déduction, vous revient, vous sera rendu*, vous sera restitu*, recrédité*, crédité en retour, retourné*, repris, reversé, imputé*`,
  ],
  [
    'prepay',
    `notre boutique, aujourd hui à, à envoyer, se règle avant, avant la journée, avant la, avant le, avant l, avec votre première, se paient, une fois, à l'avance, d'avance, par avance, au préalable, préalable*, avant l'entrée, avant le premier, avant la première, avant votre, avant de commencer, avant toute, avant l'entretien, avant la signature, avant le contrat, avant le départ, avant embauche, avant l'embauche, pour réserver, réserver votre, à la réservation, pour bloquer, bloqué*, bloquer, pour valider, valider votre, pour confirmer, pour ouvrir, ouvrir votre, ouverture de dossier, pour activer, pour débloquer, pour garantir, garantir votre, dès réception, dès la promesse, dès votre, dès l'accord, à réception, après réception, après paiement, après versement, faute de quoi, à défaut de, sous 24, sous 48, dans les 24, dans les 48, seulement ensuite, ensuite que, une fois le paiement, une fois réglé*, une fois payé*, une fois le virement, accord de principe, promesse d'embauche, justificatif de paiement, preuve de paiement, reçu de paiement, à l'inscription, lors de l'inscription, en entrant, à la signature, le reste, moitié, acompte transport, candidats retenus, candidatures sérieuses, candidats sérieux, motivés`,
  ],
  [
    'buy',
    `achetez, acheter, achat, envoyez, envoyer, envoi, transmettez, transmettre, communiquez, procurez, procurer, grattez, prenez, prendre, commandez`,
  ],
  [
    'code',
    `code, codes, numéros, photo, photos, grattez, gratter, ticket, tickets, coupon, coupons, reçu, reçus`,
  ],
  [
    'bank',
    `
    rib, relevé d'identité bancaire, iban, numéro de compte, numéro de votre compte, coordonnées bancaires, coordonnées de compte, nom de votre banque, votre banque, informations bancaires, bic, carte bancaire, carte bleue, carte de crédit, données bancaires, établissement bancaire`,
  ],
  [
    'secret',
    `
    numéro de carte, numéro de votre carte, numéros de carte, cryptogramme*, cvv, cvc, date d'expiration, date de validité, code secret, code pin, code confidentiel, codes confidentiels, carte bancaire recto*, photo de votre carte bancaire, photo de la carte bancaire, photo de carte bancaire, photo de votre carte bleue, photo de carte bleue, copie de la carte bancaire, copie de carte bancaire, copie de votre carte bancaire, copie de la carte bleue, recto verso de votre carte bancaire, recto verso de la carte bancaire, identifiants bancaires, identifiant bancaire, codes bancaires, code bancaire, accès bancaires, accès à votre banque, banque en ligne, espace bancaire, espace client bancaire, mot de passe bancaire, codes d'accès, code d'accès à votre, identifiants de votre banque, identifiants de connexion, relevé de compte, relevés de compte, relevés bancaires, relevé bancaire, franceconnect, codes franceconnect, identifiants franceconnect, code reçu par sms, code sms, codes sms, code à usage unique, chiffres au dos, trois chiffres, plafond de votre, plafond de virement, ameli, compte ameli, impots gouv, application bancaire`,
  ],
  [
    'paper',
    `
    copie du passeport, copie de votre passeport, copie de passeport, photo du passeport, photo de votre passeport, scan du passeport, scan de votre passeport, passeport, carte d'identité, pièce d'identité, copie de la cni, copie de votre cni, cni, carte vitale, numéro de sécu*, n de sécu*, n sécu*, numéro de sécurité sociale, titre de séjour, justificatif de domicile, recto verso, permis de conduire, extrait de naissance, acte de naissance, avis d'imposition, livret de famille`,
  ],
  [
    'selfie',
    `selfie avec votre, selfie avec la, selfie avec, selfie tenant, photo de vous tenant, photo de vous avec votre, carte d'identité à la main, pièce à la main, pièce d'identité en main, numéro de sécu*, n de sécu*`,
  ],
  [
    'send',
    `préparez, envoyez, envoyer, envoie, joignez, joindre, transmettez, transmettre, communiquez, communiquer, indiquez, indiquer, fournir, fournissez, précisez, préciser, déposez, déposerez, déposer, téléchargez, renseignez, renseigner, saisissez, remplissez, adressez, préparez, munissez, donnez, donner, mentionnez, scannez, photographiez, ayez, avoir sous la main, tenez, il nous faut, nous aurons besoin, présentez, dites moi, remettez`,
  ],
  [
    'apply',
    `candidature*, candidat*, candidater, postuler, postulez, formulaire, premier message, premier contact, avant l'entretien, inscription*, dossier*, dès maintenant, dpae, contrat, embauche, présélection, entretien, vérification, réponse, recrutement`,
  ],
  [
    'later',
    `premier jour, à l'embauche, à votre arrivée, signature faite, contrat signé, une fois signé, une fois le contrat, après signature, après la signature, jamais, ne vous demand*, ne demand*, pas de rib, clients, client, de chaque client, nouveaux embauchés, locataire*, bénéficiaire*, sur place, usagers, fournisseurs, fictives, commerçant*`,
  ],
  [
    'contact',
    `vous attend, demandez, passe par, nous contacter, intéressé*, infos, renseignements, rejoindre, écrivez, écrire, écris, contact, contactez, contacter, contacte, contactez moi, message, messages, joindre, joignable*, rejoignez, ajoutez, ajouter, échange, échanges, entretien, entretiens, discussion, conversation, suite, discuter, chat, répondre, prenez contact, envoyer, envoyez, réponse, numéro, recruteur, recruteuse, rh, sur, via, au, par, tout se passe, candidature, postulez`,
  ],
  [
    'only',
    `
    uniquement, exclusivement, seulement sur, seulement par, seulement via, que sur, que par, que via, pas d'appel, pas d'appels, aucun appel, ne pas appeler, n'appelez pas, sans appel, ne téléphonez pas, pas de téléphone, pas par téléphone, pas de visio, sans visio, ni visio, par écrit, entretien écrit, entretien par écrit, entretien par chat, entretien par messagerie, entretien se déroule, entretien se fait, entretien se passe, entretien a lieu sur, entretien sur, ne consulte pas, ne consultons pas, ne lis pas, ne lisons pas, non lus, non lues, pas lus, pas lues, ne sont pas lus, ne sont pas lues, ne seront pas lus, ne seront pas lues, ne répondez pas, ne pas répondre, ne répondons pas, sans réponse, pas via ce, pas par ce, pas sur ce, hors plateforme, hors de la plateforme, en dehors de la plateforme, en dehors du site, plutôt que, cette plateforme, ce portail, ce site, numéro privé, adresse privée, adresse personnelle, mail privé, mail personnel, messagerie privée, messagerie personnelle, mon adresse, mon numéro perso, en privé, directement à, plus rapide, malentendant*, sourd*, aphone`,
  ],
  [
    'normal',
    `par le formulaire, par formulaire, via le formulaire, avec le formulaire, passez au bureau, venez au bureau, notre site, site internet, page carrières, page recrutement, espace candidat, formulaire en ligne, le formulaire, par courrier, un courrier, passez nous voir, passer nous voir, présentez vous, par téléphone, téléphonez, appelez, à l'accueil, lettre et cv, cv et lettre, cv à, adresser cv, adresser lettre, candidature à, candidatures à, candidatures par, entretien en agence, écrire à, écrivez à, répond au, ou par mail, ou par téléphone, postulez sur notre, par mail à`,
  ],
  [
    'parcel',
    `marchandises, colis, paquet*, marchandise*, envoi, envois, livraison*, articles, courrier et colis, plis, produits, recommandés, articles de marque, smartphones`,
  ],
  [
    'home',
    `chez vous, à domicile, à votre domicile, votre adresse, votre domicile, chez toi, présents chez eux, chez eux, de chez vous, depuis chez vous, depuis votre domicile, depuis la maison, votre logement, à la maison, votre garage, adresse fixe, adresse personnelle`,
  ],
  [
    'relabel',
    `étiqu*, étiqut*, re étiqu*, retirez la facture, mettez la nôtre, enlevez la facture, nouvelle étiquette, étiquette*, étiqueter, réétiqueter, ré étiqueter, bordereau*, réemball*, remball*, reconditionn*, changer l'adresse, nouvelle adresse, autre adresse, coller`,
  ],
  [
    'forward',
    `repost*, reposter, rapporte*, réexpéd*, renvoyer, renvoyez, renvoi, expédier, expédiez, réacheminer, acheminer, faire suivre, faites suivre, relais, point relais, points relais, bureau de poste, la poste, déposer, déposez, remettre au, remettez, dépôt en, envoyer à, transmettre à`,
  ],
  [
    'account',
    `vous font un virement, vous virent, vous versent, vous paient directement, votre .. compte, ton .. compte, votre compte, votre propre compte, votre compte bancaire, votre compte personnel, votre compte courant, compte personnel, propre compte, ton compte, compte bancaire personnel, sur votre compte`,
  ],
  [
    'incoming',
    `argent, arrivent sur, recevez, recevoir, reçoit, reçus, reçu, reçues, encaisser, encaissez, arrivent, arrive, crédités, crédité, versés, versé, virés, viré, virements de, fonds, paiements, dons, apparaît, sommes, les sommes, tombent, collecter, réceptionner, règlements, loyers, acomptes`,
  ],
  [
    'onward',
    `mettez le, mettez dans, le mettez, reverser, reversez, renvoyer, renvoyez, transférer, transférez, retransférer, faire suivre, virer, virez, retirer, retirez, le reste, le solde, la différence, la somme restante, somme restante, restant*, restante, adresser, envoyez, envoyer, convertir, convertissez, acheter, sa part, leur part, remettre, redistribuer, renvoi`,
  ],
  [
    'keep',
    `pour vous, sont à vous, est à vous, gardez, garder, conservez, conserver, prélevez, prélever, déduisez, moins, commission, %, pour cent, pourcentage, votre part, vos honoraires, retenez, retenir, pour le dérangement, déduction faite`,
  ],
  ['cheque', `chèque, chèques, chèque de banque, chèque de société, chèque certifié`],
  [
    'bankit',
    `déposez, déposer, encaissez, encaisser, encaissement, remettez, créditer, crédite, apparaît, crédité, à votre banque, présentez`,
  ],
  [
    'openacc',
    `ouvrir un compte, ouvrez un compte, ouverture de compte, ouverture d'un compte, ouverture de comptes, ouvrir des comptes, ouvrez des comptes, ouvre un compte, vous inscrivez avec votre, créer un compte, créez un compte, à votre nom, à ton nom, en votre nom, sous votre nom, votre vraie identité, votre véritable identité, vos vraies données, vos données réelles, vos vrais papiers, votre identité réelle`,
  ],
  [
    'handover',
    `remplacez l adresse, par la nôtre, remettez cartes, remettez les, cartes et codes, codes et, identifiants et, nous remettez cartes, nous transmettez les, nous donnez, vous nous donnez, vous nous envoyez, identifiants, identifiant, mot de passe, code provisoire, carte sim, communiquez l'identifiant, nous communiquez, nous transmettez, nous remettez, nous envoyez, votre usage, pour votre usage, usage personnel, prêter votre, louer votre, prêt de compte, mettre à disposition, mettez à disposition, carte sans l'ouvrir, nous confiez`,
  ],
  [
    'videoident',
    `appel vidéo, vérification vidéo, vérification par vidéo, vérification d'identité, identification vidéo, identification par vidéo, appel vidéo de vérification, vérification faciale, selfie vidéo`,
  ],
  [
    'task',
    `tâche*, commandes, avis, noter, notez, likez, liker, aimer, clic*, optimis*, hôtels, produits, plateforme, vip, niveau, missions, vidéos, abonner, série, évaluer, évaluez`,
  ],
  [
    'topup',
    `recharge*, recharger, rechargez, solde négatif, solde, compléter le solde, niveau suivant, débloquer, palier, vip, alimenter, approvisionner, dépôt minimum, capital, mise de départ, compte de travail, retirer vos gains, retirer vos commissions, avancer`,
  ],
  [
    'advance',
    `vous enverrai de l argent, vous envoie de l argent, vous verse, vous enverrai, l argent, je vous avance, vous avance l'argent, avance d'argent, avancer l'argent, d'avance, je vous envoie, je vous vire, je vous ferai un virement, vous verserai, l'argent vous sera, argent pour, vous ferai parvenir, fonds vous`,
  ],
  [
    'errand',
    `meubles, notre fournisseur, courses, cadeaux, dépôts de plis, petits règlements, recommandés, pour mon compte, en mon nom, partenaires, fournisseur, transporteur, nounou, déménageur, chauffeur, ma femme, mon épouse, achats pour moi`,
  ],
  [
    'away',
    `à l'étranger, en déplacement, en voyage, en mission à, en mission, à mon retour, dès mon retour, actuellement à, actuellement en, outre mer, hospitalisé*, en mer, séjour à`,
  ],
  [
    'offsite',
    `ne cliquez pas, n utilisez pas, tout passe par, tout se passe sur, tout se fait sur, adresse privée, adresse personnelle, boîte personnelle, boîte privée, mail privé, mail personnel, courriel privé, courriel personnel, numéro privé, numéro personnel, mon numéro perso, ne consulte pas, ne consultons pas, ne lis pas, ne lisons pas, ne regarde pas, ne regarde jamais, ne vais jamais, ne vais pas sur, ne passe pas par, pas par ce site, pas via ce site, pas via cette, pas sur ce site, pas sur cette, pas par cette plateforme, pas ici, messages ici, candidatures ici, ne répondez pas ici, ne répondez pas sur, ne pas répondre ici, ne pas répondre sur, non lus, non lues, pas lus, pas lues, restent sans réponse, hors plateforme, hors de la plateforme, en dehors de la plateforme, en dehors du site, en dehors de ce site, rarement ce site, rarement ici`,
  ],
  [
    'ownname',
    `vos coordonnées, avec vos données, vos propres, votre nom, ton nom, vos vrais noms, vrai nom, vraie identité, véritable identité, vos vraies données, vos données réelles, vrais papiers, identité réelle, votre propre nom, leur vrai nom`,
  ],
  ['bankish', `banque, banques, néobanque*, compte, comptes, plateforme d échange, portefeuille*`],
  ['sole', `seulement, uniquement, seulement, exclusivement, que, seul, seule`],
  ['escrow', `séquestre, compte tiers, mois de loyer, loyers d avance, mois de caution`],
  ['view', `visite, visites, visiter, clés, clé, qu une fois, avant, contrat, bail`],
  [
    'others',
    `joueur*, exposant*, candidats libres, propriétaires, forain*, client*, clientèle, usager*, patient*, locataire*, propriétaire*, étudiant*, élève*, parent*, sociétaire*, adhérent*, fournisseur*, résident*, donateur*, débiteur*, voyageur*, passager*, utilisateur*, participant*, consommateur*, victime*, visiteur*, investisseur*, commerçant*, familles, assuré*, réfugié*, migrant*, acheteur*, citoyen*, bénéficiaire*, panéliste*, abonné*, apprenants, agriculteurs, franchisé*, allocataire*`,
  ],
  [
    'recruit',
    `vous amenez, que vous amenez, en dormant, propre ligne, votre ligne, votre lignée, chaque ami, chaque filleul, statut, parrain*, filleul*, recruter, recrutez, recrutant, vos amis, vos proches, votre entourage, votre équipe, votre propre équipe, constituer une équipe, réseau, marketing de réseau, vente multiniveau, multi niveaux, revenu passif, revenus passifs, liberté financière, indépendance financière, votre propre patron, lignée, niveaux, chaque partenaire, chaque nouveau, nouveaux partenaires, chaque personne, ambassadeurs, ambassadrices, distributeurs`,
  ],
  [
    'entry',
    `lot de départ, lot, argent 99, bronze, statut, pack de démarrage, pack de départ, pack découverte, pack business, kit de démarrage, kit de départ, kit, pack, packs, licence, adhésion, ticket d entrée, droit d entrée, première commande, commande minimum, commande initiale, stock de, stock, mallette, investissement, investir, mise de départ, apport, coffret`,
  ],
  ['except', `sauf, hormis, à l exception, excepté, à part, hors, seule, seul, il ne reste`],
  [
    'warn',
    `passer pour, se font passer, arnaque*, escroc*, fraud*, usurp*, faux, fausses, méfiez, attention, inconnus, signalez`,
  ],
  [
    'messengerlike',
    `messagerie verte, appli verte, application verte, messagerie bleue, appli bleue, avion en papier, messagerie instantanée, messagerie chiffrée, application de messagerie, appli de messagerie, chat privé, discussion privée`,
  ],
  [
    'cvv',
    `cvv, cvc, cryptogramme*, trois chiffres, chiffres au dos, chiffres du verso, numéro de carte, numéro de la carte, numéro de votre carte`,
  ],
  [
    'benefit',
    `chacun reçoit, nous donnons, reçoit, offrons, prime, prime de, budget, indemnité*, chiffre d affaires, remise, réduction, bon d achat, bons d achat, subvention*, bourse*, pourboire*, économie*, loyer, loyers, intéressement, valeur de, d une valeur, chèques cadeaux, chèques vacances, mutuelle, rémunéré*`,
  ],
];
