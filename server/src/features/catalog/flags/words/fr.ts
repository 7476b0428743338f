import type { Vocabulary } from '../matching.ts';

export const frenchWords: Vocabulary = [
  [
    'fee',
    `challenge d entrée, droit d entrée, ticket d entrée, test d entrée, note de, droits, quote part, participation, frais, caution, cautions, dépôt de garantie, dépôts de garantie, arrhes, acompte de, acompte, avance de, droits d'inscription, droit d'inscription, droits de dossier, droit d'entrée, droits d'entrée, cotisation*, redevance, participation de, participation aux, participation financière, contribution de, contribution financière, timbre*, taxe, taxes, honoraires, provision de, provision pour, garantie de, consigne de, consigne, ouverture de dossier, inscription payante, versement de, somme de, montant de, forfait de, forfait dossier, facturé*, adhésion, quittance, pas-de-porte, mise de, apport`,
  ],
  [
    'thing',
    `book, composite, séance photo, shooting, visa, visas, autorisation de travail, permis de travail, permis, certificat*, attestation*, habilitation*, casier, extrait de casier, enquête, vérification, formation*, module*, kit, kits, mallette, pack, matériel*, trousse, fournitures, examen*, test, tests, visite médicale, visite, vaccin*, uniforme*, tenue, tailleur, licence, logiciel, ordinateur*, équipement*, casque, tablette, badge*, carte professionnelle, carte pro, dossier*, papiers, inscription*, immatriculation, assurance*, photos, audition, casting, accréditation, agrément, traduction*, légalisation, notaire, biométrie, ambassade, consulat, consulaires, accès, plateforme, profil, annonce, catalogue, guide, livret, brochure, abonnement, chambre, logement, place, EPI, chaussures, code d'accès, activation, fichier, candidature`,
  ],
  [
    'cost',
    `représente, revient à, sont, se paie, se paient, coûte, coûtent, coût, coûts, prix, tarif, s'élève, s'élèvent, fixé à, fixée à, fixés à, fixées à, montant, au total, seulement, seul, seule, pour un total, uniquement, à peine, est de, sont de`,
  ],
  [
    'pay',
    `premier versement, paiement échelonné, payables, payable en, en plusieurs fois, en deux fois, payer, payez, paie, paye, payable*, paiement, régler, réglez, règle, réglé, réglée, règlement, verser, versez, versement, versé, virer, virez, virement, transférer, envoyer, envoyez, adresser, acquitter, acquittez, s'acquitter, débourser, déposer, déposez, acheter, achetez, achat, acquérir, acquiert, commander, commandez, se procurer, procurez, prévoir, avancer, avancez, remettre, remettez, en espèces, en liquide, demandé, demandée, demandés, demandées, exigé, exigée, dû, due, dus, dues, prélevé, par carte, mandat, réclamé*, sollicité*, recharger, rechargez, contre, moyennant`,
  ],
  [
    'borne',
    `par vos soins, par tes soins, à vos soins, de votre poche, de ta poche, participation du travailleur, participation du candidat, ne payez que, vous ne payez que, ne réglez que, seule chose à payer, s achète chez nous, s achètent chez nous, à acheter chez nous, achetez chez nous, acheter auprès de nous, à commander chez nous, vous l achetez chez, vous investissez, payée par le candidat, payé par le candidat, payés par le candidat, réglé par le candidat, réglée par le candidat, avancé par le candidat, avancés par, avancée par, avancés par l ouvrier, par le candidat, par la candidate, par les candidats, par le postulant, par le salarié, par l ouvrier, par le travailleur, par vous, vous demande d avancer, d avancer, à la charge du candidat, à la charge de la candidate, à la charge des candidats, à charge du candidat, à la charge du postulant, à la charge du salarié, à la charge de l'intéressé*, à la charge du travailleur, à votre charge, à vos frais, à ses frais, à leurs frais, à ta charge, à tes frais, au candidat, aux candidats, le candidat paie, le candidat règle, le candidat verse, le candidat prend, le candidat avance, les candidats paient, les candidats règlent, candidats versent, candidat doit, le postulant acquiert, le postulant règle, le postulant verse, vous payez, vous réglez, vous versez, vous virez, vous avancez, vous achetez, vous acquittez, vous commandez, de votre poche, de sa poche, il vous sera demandé, il vous est demandé, il est demandé, vous sera demandé*, vous est demandé*, vous sont demandé*, vous seront demandé*, vous devez verser, vous devez régler, vous devrez régler, vous devrez verser, vous devrez payer, merci de régler, merci de verser, merci de virer, merci de prévoir, merci de payer, merci d'envoyer un, veuillez régler, veuillez verser, veuillez virer, reste à la charge, reste à charge, restent à la charge, restent à charge, restent à votre charge, tu paies, tu verses, tu règles, tu avances, envoyez un mandat, les candidats avancent, candidats avancent, candidats règlent, candidats paient, candidat avance,
    candidat finance, à avancer par, les candidats prennent, vous avancerez, vous réglerez, vous verserez, vous paierez, il vous en coûte, chaque candidat paie, chaque candidat verse, chaque candidat règle, chacun paie, les nouveaux laissent, les nouveaux versent, les nouveaux paient, nouveaux laissent, les débutants paient, apportez .. en espèces`,
  ],
  [
    'free',
    `vous coûterait, te coûterait, rembourse sur présentation, rembourse sur facture, remboursés sur présentation, remboursé sur présentation, rembourse intégralement, sur le .. salaire, sur la .. paie, sur votre .. salaire, sur votre .. paie, démission, un quart, une part, au contrat, encaisser, l étude, sur la paie, sur votre paie, sur la première paie, sur votre première paie, sur le salaire, sur votre salaire, sur le premier salaire, sur votre premier salaire, retenu sur, retenue sur, retenus sur, retenues sur, prélevé sur la paie, prélevée sur la paie, déjà gagné*, clause de dédit, dédit formation, dédit, prorata, au prorata, si vous partez, qui part avant, départ anticipé, en cas de départ, rembourser la part, sans caution, sans avance, sans dépôt, ne réclamons, ne réclame, interdit*, jamais payer, ne vous coûte, ne coûte, ne paient rien, ne payez, ne verse rien, rien à débourser, rien à avancer, l école paie, la mairie paie, la commune paie, la société paie, le groupe paie, la maison paie, payons, à notre charge, à nos frais, pris en charge, prise en charge, prises en charge, prenons en charge, prend en charge, nous payons, nous réglons, nous finançons, nous remboursons, nous prenons, nous offrons, on paie, on paye, on règle, on finance, on prend en charge, on rembourse, réglé par, réglée par, réglés par, réglées par, payé par, payée par, payés par, payées par, financé par, financée par, financés par, financées par, financé après, financé, financée, offert, offerte, offerts, offertes, fourni, fournie, fournis, fournies, gratuit*, sans frais, aucun frais, pas de frais, aucune participation, aucun investissement, ne paie rien, ne payez rien, ne facture rien, ne coûte rien, rien à payer, ne demandons, ne demande rien, remboursement de vos, remboursés à, par l'entreprise, par l'employeur, par la banque, par la fédération, par le bureau, par nos soins, assuré par nos, l'entreprise paie, l'employeur paie, l'entreprise prend, l'association paie, est à nous, de notre poche, payée 150, payé d'avance,
    réglés d'avance, participation employeur, plafonnement, encaissez, encaisse, nous vous les rendons, nous vous la rendons, nous vous le rendons, sur facture, sur justificatif, vous est remboursé, vous est remboursée sur facture, te sera remboursé*, vous sera remboursé* sur, on te rembourse, on vous rembourse, à notre compte, réglée par nous, réglé par nous, l entreprise paie, payés par l employeur, payé par l employeur, est offert*, l employeur prend, t est offerte, nous vous envoyons, on vous envoie, nous vous inscrivons, on vous inscrit, sans rien débourser, assistent sans`,
  ],
  [
    'refund',
    `repris le, repris, vous reprenez, remboursable*, remboursé*, rembourse, restitué*, restitution, rendu, rendus, rendue, rendues, récupéré*, récupérable*, déduit*, déduction, vous revient, vous sera rendu*, vous sera restitu*, recrédité*, crédité en retour, retourné*, reversé, imputé*`,
  ],
  [
    'prepay',
    `dès réception de, dès que nous les avons, moitié maintenant, contre remboursement, en espèces, en liquide, le jour de l entretien, à l entretien, notre boutique, aujourd hui à, à envoyer, se règle avant, avant la journée, avant la, avant le, avant l, avec votre première, se paient, une fois, à l'avance, d'avance, par avance, au préalable, préalable*, avant l'entrée, avant le premier, avant la première, avant votre, avant de commencer, avant toute, avant l'entretien, avant la signature, avant le contrat, avant le départ, avant embauche, avant l'embauche, pour réserver, réserver votre, à la réservation, pour bloquer, bloqué*, bloquer, pour valider, valider votre, pour confirmer, pour ouvrir, ouvrir votre, ouverture de dossier, pour activer, pour débloquer, pour garantir, garantir votre, dès réception, dès la promesse, dès votre, dès l'accord, à réception, après réception, après paiement, après versement, faute de quoi, à défaut de, sous 24, sous 48, dans les 24, dans les 48, seulement ensuite, ensuite que, une fois le paiement, une fois réglé*, une fois payé*, une fois le virement, accord de principe, promesse d'embauche, justificatif de paiement, preuve de paiement, reçu de paiement, à l'inscription, lors de l'inscription, en entrant, à la signature, le reste, moitié, acompte transport, candidats retenus, candidatures sérieuses, candidats sérieux, motivés, avant la livraison, avant l envoi, avant l expédition, partent dès que, part dès que, envoyés dès que, avant que le, à l acceptation, en trois fois, en quatre fois`,
  ],
  [
    'buy',
    `achetez, acheter, achat, envoyez, envoyer, envoi, transmettez, transmettre, communiquez, procurez, procurer, grattez, prenez, prendre, commandez`,
  ],
  [
    'code',
    `code, codes, numéros, photo, photos, grattez, gratter, ticket, tickets, coupon, coupons, reçu, reçus, grattez les, chiffres, saisissez les chiffres`,
  ],
  [
    'bank',
    `nom de votre banque, nom de la banque, plafond de votre carte, relevé bancaire, relevés bancaires, rib, relevé d'identité bancaire, iban, numéro de compte, numéro de votre compte, coordonnées bancaires, coordonnées de compte, votre banque, informations bancaires, bic, carte bancaire, carte bleue, carte de crédit, données bancaires, établissement bancaire`,
  ],
  [
    'secret',
    `chiffres de la carte, code reçu par sms, code que vous recevrez, code que tu recevras, carte bancaire et son code, carte bancaire et le code, carte et son code, carte et code, carte avec son code, identifiant et mot de passe, numéro de carte, numéro de votre carte, numéros de carte, cryptogramme*, cvv, cvc, date d'expiration, date de validité, code secret, code pin, code confidentiel, codes confidentiels, carte bancaire recto*, photo de votre carte bancaire, photo de la carte bancaire, photo de carte bancaire, photo de votre carte bleue, photo de carte bleue, copie de la carte bancaire, copie de carte bancaire, copie de votre carte bancaire, copie de la carte bleue, recto verso de votre carte bancaire, recto verso de la carte bancaire, identifiants bancaires, identifiant bancaire, codes bancaires, code bancaire, accès bancaires, accès à votre banque, banque en ligne, espace bancaire, espace client bancaire, mot de passe bancaire, codes d'accès, code d'accès à votre, identifiants de votre banque, identifiants de connexion, relevé de compte, relevés de compte, relevés bancaires, relevé bancaire, franceconnect, codes franceconnect, identifiants franceconnect, code sms, codes sms, code à usage unique, chiffres au dos, trois chiffres, plafond de votre, plafond de virement, ameli, compte ameli, impots gouv, application bancaire, identifiant et le mot de passe, identifiant et votre mot, accès à votre compte bancaire, carte bleue recto, carte bancaire recto, carte de débit, photo de votre carte, numéros de votre carte, code de votre carte, cryptogramme visible, code au dos, code du verso, numéro au recto, numéros au dos, numéros au verso, chiffres au verso, code de votre banque, mot de passe de votre banque, l expiration, expiration et`,
  ],
  [
    'paper',
    `copie du passeport, copie de votre passeport, copie de passeport, photo du passeport, photo de votre passeport, scan du passeport, scan de votre passeport, passeport, carte d'identité, pièce d'identité, copie de la cni, copie de votre cni, cni, carte vitale, numéro de sécu*, n de sécu*, n sécu*, numéro de sécurité sociale, titre de séjour, justificatif de domicile, recto verso, permis de conduire, extrait de naissance, acte de naissance, avis d'imposition, livret de famille, carte d identité des deux, photo de votre carte d identité, photos de votre carte d identité, avis d imposition, rib et, numéro fiscal, faces de votre carte d identité, faces de la carte d identité, faces de votre pièce, deux faces, votre carte d identité, votre pièce d identité, votre passeport, recto et verso`,
  ],
  [
    'selfie',
    `selfie avec votre, selfie avec la, selfie avec, selfie tenant, photo de vous tenant, photo de vous avec votre, carte d'identité à la main, pièce à la main, pièce d'identité en main, numéro de sécu*, n de sécu*`,
  ],
  [
    'send',
    `remplissez, remplis, complétez, complète le, répondez avec, réponds avec, indiquez nous, communiquez nous, donnez nous votre, préparez vos, préparez, munissez vous, tenez prêt*, ayez sous la main, envoyez les, envoyez, envoyer, envoie, joignez, joindre, transmettez, transmettre, communiquez, communiquer, indiquez, indiquer, fournir, fournissez, précisez, préciser, déposez, déposerez, déposer, téléchargez, renseignez, renseigner, saisissez, adressez, munissez, donnez, donner, mentionnez, scannez, photographiez, ayez, avoir sous la main, tenez, il nous faut, nous aurons besoin, présentez, dites moi, remettez, entrez, tapez, recopiez, répondez, mailez, déposez ici`,
  ],
  [
    'apply',
    `candidature*, candidat*, candidater, postuler, postulez, formulaire, premier message, premier contact, avant l'entretien, inscription*, dossier*, dès maintenant, dpae, contrat, embauche, présélection, entretien, vérification, réponse, recrutement`,
  ],
  [
    'later',
    `premier jour, à l'embauche, à votre arrivée, signature faite, contrat signé, une fois signé, une fois le contrat, après signature, après la signature, jamais, ne vous demand*, ne demand*, pas de rib, clients, client, de chaque client, nouveaux embauchés, locataire*, bénéficiaire*, sur place, usagers, fournisseurs, fictives, commerçant*, le jour de la signature, jour de la signature, à l arrivée d un, après l embauche, une fois embauché, une fois le contrat signé, après votre arrivée, à la prise de poste, après votre accord, après l accord, une fois recruté, une fois recrutée, après le recrutement, le premier matin, pour établir la paie`,
  ],
  [
    'contact',
    `vous attend, demandez, passe par, nous contacter, intéressé*, infos, renseignements, rejoindre, écrivez, écrire, écris, contact, contactez, contacter, contacte, contactez moi, message, messages, joindre, joignable*, rejoignez, ajoutez, ajouter, échange, échanges, entretien, entretiens, discussion, conversation, suite, discuter, chat, répondre, prenez contact, envoyer, envoyez, réponse, numéro, recruteur, recruteuse, rh, sur, via, au, par, tout se passe, candidature, postulez`,
  ],
  [
    'only',
    `ne discute que sur, ne répond que sur, que sur viber, merci de ne pas appeler, ne pas appeler, ne pas téléphoner, aucun appel, uniquement, exclusivement, seulement sur, seulement par, seulement via, que sur, que par, que via, pas d'appel, pas d'appels, n'appelez pas, sans appel, ne téléphonez pas, pas de téléphone, pas par téléphone, pas de visio, sans visio, ni visio, par écrit, entretien écrit, entretien par écrit, entretien par chat, entretien par messagerie, entretien se déroule, entretien se fait, entretien se passe, entretien a lieu sur, entretien sur, ne consulte pas, ne consultons pas, ne lis pas, ne lisons pas, non lus, non lues, pas lus, pas lues, ne sont pas lus, ne sont pas lues, ne seront pas lus, ne seront pas lues, ne répondez pas, ne pas répondre, ne répondons pas, sans réponse, pas via ce, pas par ce, pas sur ce, hors plateforme, hors de la plateforme, en dehors de la plateforme, en dehors du site, plutôt que, cette plateforme, ce portail, ce site, numéro privé, adresse privée, adresse personnelle, mail privé, mail personnel, messagerie privée, messagerie personnelle, mon adresse, mon numéro perso, en privé, directement à, plus rapide, malentendant*, sourd*, aphone, se fait par écrit, se fait par chat, se fait par messages, se passe par messages, tient en, tout se fait par, que par écrit, uniquement par écrit, ni au téléphone`,
  ],
  [
    'normal',
    `ou passez, ou venez, ou passe, si vous préférez écrire, si tu préfères écrire, par mail ou, par courriel ou, par e mail ou, mail ou, ou par mail, ou par courriel, ou par e mail, ou par téléphone, par téléphone ou, appelez ou, appelle ou, ou appelez, comme vous préférez, comme tu préfères, au choix, par le formulaire, par formulaire, via le formulaire, avec le formulaire, passez au bureau, venez au bureau, notre site, site internet, page carrières, page recrutement, espace candidat, formulaire en ligne, le formulaire, par courrier, un courrier, passez nous voir, passer nous voir, présentez vous, par téléphone, téléphonez, appelez, à l'accueil, lettre et cv, cv et lettre, cv à, adresser cv, adresser lettre, candidature à, candidatures à, candidatures par, entretien en agence, écrire à, écrivez à, répond au, postulez sur notre, par mail à, ou passez à la, ou passez au, ou passez quand, ou passez nous, au comptoir, à la boutique, dans la boutique, à l atelier, au salon, journée d essai, soirée d essai, demi journée d essai, l essai est, ou courriel, ou un mot, ou un message, passez au, passez à la, venez nous`,
  ],
  [
    'parcel',
    `marchandises, colis, paquet*, marchandise*, envoi, envois, livraison*, articles, courrier et colis, plis, produits, recommandés, articles de marque, smartphones`,
  ],
  [
    'home',
    `chez vous, à domicile, à votre domicile, votre adresse, votre domicile, chez toi, présents chez eux, chez eux, de chez vous, depuis chez vous, depuis votre domicile, depuis la maison, votre logement, à la maison, votre garage, adresse fixe, adresse personnelle, votre appartement, votre maison, votre entrée, votre couloir, votre nom et, à votre adresse, adresse privée`,
  ],
  [
    'relabel',
    `étiqu*, étiqut*, re étiqu*, retirez la facture, mettez la nôtre, enlevez la facture, nouvelle étiquette, étiquette*, étiqueter, réétiqueter, ré étiqueter, bordereau*, réemball*, remball*, reconditionn*, changer l'adresse, nouvelle adresse, autre adresse, coller, bordereaux, formulaire de douane, lettre de transport, lettres de transport, documents d expédition, regrouper, regroupez, refermez, emballez`,
  ],
  [
    'forward',
    `les renvoyez, renvoyez vers, réexpédiez, repost*, reposter, rapporte*, réexpéd*, renvoyer, renvoyez, renvoi, expédier, expédiez, réacheminer, acheminer, faire suivre, faites suivre, relais, point relais, points relais, bureau de poste, la poste, déposer, déposez, remettre au, remettez, dépôt en, envoyer à, transmettre à, les donnez, le donnez, confiez, transporteur, coursier passe, porter à la poste, portez à la poste, porter à la, part ensuite, partent ensuite, chronopost, dhl`,
  ],
  [
    'account',
    `vous font un virement, vous virent, vous versent, vous paient directement, votre .. compte, ton .. compte, votre compte, votre propre compte, votre compte bancaire, votre compte personnel, votre compte courant, compte personnel, propre compte, ton compte, compte bancaire personnel, sur votre compte, versent la somme sur votre, sur votre compte personnel, arrivent sur votre, sur votre compte courant, vous paient, vous paie, sur votre carte, votre carte, chez vous d abord, par vous, votre paypal, votre portefeuille`,
  ],
  [
    'incoming',
    `se présente sur votre, se présente sur ton, transitent par, transite par, passent par votre compte, arrive sur votre, arrivent sur votre, versés sur votre, versé sur votre, versent sur votre, virent sur votre, argent, arrivent sur, recevez, recevoir, reçoit, reçus, reçu, reçues, encaisser, encaissez, arrivent, arrive, crédités, crédité, versés, versé, virés, viré, virements de, fonds, paiements, dons, apparaît, sommes, les sommes, tombent, collecter, réceptionner, règlements, loyers, acomptes`,
  ],
  [
    'onward',
    `réexpédiez, réexpédies, le réexpédiez, vers les noms, aux noms indiqués, mettez le, mettez dans, le mettez, reverser, reversez, renvoyer, renvoyez, transférer, transférez, retransférer, faire suivre, virer, virez, retirer, retirez, le reste, le solde, la différence, la somme restante, somme restante, restant*, restante, adresser, envoyez, envoyer, convertir, convertissez, acheter, sa part, leur part, remettre, redistribuer, renvoi, ce qui dépasse, le surplus, l excédent, transmettez les en, transmettez le en, en bitcoin, virez le reste, transférez le solde, transférez la, le transfère à, la transfère à, envoyez le reste, remettrez, lui remettrez, l adresse figurant, vers le portefeuille, les envoyez vers, expédiez, envoyez les, changez en, renverrez, reverserez, transférerez, enverrez, renverser*, donnez le reste, donne le reste, remettez le reste, portez le reste, les changez, le changez, les passez, le passez, les échangez, renvoyez la, renvoyez le, renvoyez les, ce qui reste, ce qu il reste, ce qui vous reste`,
  ],
  [
    'keep',
    `pour vous, sont à vous, est à vous, gardez, garder, conservez, conserver, prélevez, prélever, déduisez, moins, commission, %, pour cent, pourcentage, votre part, vos honoraires, retenez, retenir, pour le dérangement, déduction faite, vous prenez, prenez votre, un dixième, votre pourcentage, soustrayez`,
  ],
  ['cheque', `chèque, chèques, chèque de banque, chèque de société, chèque certifié, un chèque de`],
  [
    'bankit',
    `déposez, déposer, encaissez, encaisser, encaissement, remettez, créditer, crédite, apparaît, crédité, à votre banque, présentez, déposez le sur votre, déposez le, déposez la, encaissez le, à déposer sur votre`,
  ],
  [
    'openacc',
    `ouvrir un compte, ouvrez un compte, ouverture de compte, ouverture d'un compte, ouverture de comptes, ouvrir des comptes, ouvrez des comptes, ouvre un compte, vous inscrivez avec votre, créer un compte, créez un compte, à votre nom, à ton nom, en votre nom, sous votre nom, votre vraie identité, votre véritable identité, vos vraies données, vos données réelles, vos vrais papiers, votre identité réelle`,
  ],
  [
    'handover',
    `remplacez l adresse, par la nôtre, remettez cartes, remettez les, cartes et codes, codes et, identifiants et, nous remettez cartes, nous transmettez les, nous donnez, vous nous donnez, vous nous envoyez, identifiants, identifiant, mot de passe, code provisoire, carte sim, communiquez l'identifiant, nous communiquez, nous transmettez, nous remettez, nous envoyez, votre usage, pour votre usage, usage personnel, prêter votre, louer votre, prêt de compte, mettre à disposition, mettez à disposition, carte sans l'ouvrir, nous confiez, nous donnez l accès, vous nous donnez l accès, donnez nous l accès, vous nous remettez, tu nous remets, nous remettez l identifiant, l identifiant et le mot, mot de passe afin, confiez le nous, confiez la nous, nous communiquer l adresse de connexion, sans l ouvrir, courrier fermé, nous remettez la carte, prêtez nous`,
  ],
  [
    'videoident',
    `selfie vidéo, vérification vidéo, appel vidéo, vérification par vidéo, vérification d'identité, identification vidéo, identification par vidéo, appel vidéo de vérification, vérification faciale`,
  ],
  [
    'task',
    `tâche*, commandes, avis, noter, notez, likez, liker, aimer, clic*, optimis*, hôtels, produits, plateforme, vip, niveau, missions, vidéos, abonner, série, évaluer, évaluez, aimez, aimer des, appuyez, étoiles, fiches, clics, note, notes`,
  ],
  [
    'topup',
    `avec votre propre solde, avec ton propre solde, solde personnel, devient négatif, rechargez le, rechargez votre, recharge ton, passe en négatif, créditez votre, recharge*, recharger, rechargez, solde négatif, solde, compléter le solde, niveau suivant, débloquer, palier, vip, alimenter, approvisionner, dépôt minimum, capital, mise de départ, compte de travail, retirer vos gains, retirer vos commissions, avancer, sous zéro, ajoutez de l argent, ajouter de l argent, ajoutez la différence, la différence, complétez, complétez le, versez la différence, pack de tâches, achetez un niveau, votre mise, mise et, contient au moins`,
  ],
  [
    'advance',
    `vous enverrai de l argent, vous envoie de l argent, vous verse, vous enverrai, l argent, je vous avance, vous avance l'argent, avance d'argent, avancer l'argent, d'avance, je vous envoie, je vous vire, je vous ferai un virement, vous verserai, l'argent vous sera, argent pour, vous ferai parvenir, fonds vous, vous fera virer, vous ferai virer, semaine d avance, somme destinée, virer la première semaine`,
  ],
  [
    'errand',
    `livreur du, au livreur, fauteuil roulant, fauteuil, lit médicalisé, meubles, notre fournisseur, courses, cadeaux, dépôts de plis, petits règlements, recommandés, pour mon compte, en mon nom, partenaires, fournisseur, transporteur, nounou, déménageur, chauffeur, ma femme, mon épouse, achats pour moi`,
  ],
  [
    'away',
    `à l'étranger, en déplacement, en voyage, en mission à, en mission, à mon retour, dès mon retour, actuellement à, actuellement en, outre mer, hospitalisé*, en mer, séjour à, malentendant*, sourd*, je ne peux téléphoner, nous arrivons de, sans vous rencontrer, avant notre arrivée, nous emménageons`,
  ],
  [
    'offsite',
    `ne cliquez pas, n utilisez pas, tout passe par, tout se passe sur, tout se fait sur, adresse privée, adresse personnelle, boîte personnelle, boîte privée, mail privé, mail personnel, courriel privé, courriel personnel, numéro privé, numéro personnel, mon numéro perso, ne consulte pas, ne consultons pas, ne lis pas, ne lisons pas, ne regarde pas, ne regarde jamais, ne vais jamais, ne vais pas sur, ne passe pas par, pas par ce site, pas via ce site, pas via cette, pas sur ce site, pas sur cette, pas par cette plateforme, pas ici, messages ici, candidatures ici, ne répondez pas ici, ne répondez pas sur, ne pas répondre ici, ne pas répondre sur, non lus, non lues, pas lus, pas lues, restent sans réponse, hors plateforme, hors de la plateforme, en dehors de la plateforme, en dehors du site, en dehors de ce site, rarement ce site, rarement ici, je ne lis pas les mails, je ne lis pas mes mails, nous ne lisons pas les mails, oubliez le formulaire, oublie le formulaire, oubliez la candidature, pas besoin de postuler ici, ne postulez pas ici, nous ne lisons pas les candidatures, candidatures envoyées par le site, ne répondez pas sur le site, pas via cette annonce, candidatures .. ne seront pas traitées, ignore les courriels, ignore les mails, ne lit pas, ne répond ni, ne répond pas aux, ne lit ni, candidatures déposées ici, déposées ici`,
  ],
  [
    'ownname',
    `vos vrais documents, vos vraies données, vos papiers réels, vos coordonnées, avec vos données, vos propres, votre nom, ton nom, vos vrais noms, vrai nom, vraie identité, véritable identité, vos données réelles, vrais papiers, identité réelle, votre propre nom, leur vrai nom`,
  ],
  ['bankish', `banque, banques, néobanque*, compte, comptes, plateforme d échange, portefeuille*`],
  ['sole', `seulement, uniquement, exclusivement, que, seul, seule`],
  ['escrow', `séquestre, compte tiers, mois de loyer, loyers d avance, mois de caution`],
  ['view', `visite, visites, visiter, clés, clé, qu une fois, avant, contrat, bail`],
  [
    'others',
    `acheteur*, vendeurs, héritier*, particulier*, titulaire*, assuré*, donateur*, demandeur*, élèves, l élève, un élève, chaque élève, d élèves, encaissez les, vous encaissez, tu encaisses, comptes de test, joueur*, exposant*, candidats libres, propriétaires, forain*, client*, clientèle, usager*, patient*, locataire*, propriétaire*, étudiant*, parent*, sociétaire*, adhérent*, fournisseur*, résident*, donateur*, débiteur*, voyageur*, passager*, utilisateur*, participant*, consommateur*, victime*, visiteur*, investisseur*, commerçant*, familles, assuré*, réfugié*, migrant*, acheteur*, citoyen*, bénéficiaire*, panéliste*, abonné*, apprenants, agriculteurs, franchisé*, allocataire*, vous vendez, nous vendons, vendez, vendre, vente`,
  ],
  [
    'recruit',
    `vous amenez, que vous amenez, en dormant, propre ligne, votre ligne, votre lignée, chaque ami, chaque filleul, statut, parrain*, filleul*, recruter, recrutez, recrutant, vos amis, vos proches, votre entourage, votre équipe, votre propre équipe, constituer une équipe, réseau, marketing de réseau, vente multiniveau, multi niveaux, revenu passif, revenus passifs, liberté financière, indépendance financière, votre propre patron, lignée, niveaux, chaque partenaire, chaque nouveau, nouveaux partenaires, chaque personne, ambassadeurs, ambassadrices, distributeurs`,
  ],
  [
    'entry',
    `entrée à partir, entrée dès, pack d entrée, coffret de départ, lot de départ, lot, argent 99, bronze, statut, pack de démarrage, pack de départ, pack découverte, pack business, kit de démarrage, kit de départ, kit, pack, packs, licence, adhésion, ticket d entrée, droit d entrée, première commande, commande minimum, commande initiale, stock de, stock, mallette, investissement, investir, mise de départ, apport, coffret`,
  ],
  ['except', `sauf, hormis, à l exception, excepté, à part, hors, seule, seul, il ne reste`],
  [
    'warn',
    `annonces qui, passer pour, se font passer, arnaque*, escroc*, fraud*, usurp*, faux, fausses, méfiez, attention, inconnus, signalez, si quelqu un, quiconque vous, toute personne qui vous réclame, piégé*, piège*, escroquer*, faux emplois, fausses annonces, mules, blanchiment, victimes, en notre nom, méfi*, déconseillez, mettez en garde, dites non à`,
  ],
  [
    'messengerlike',
    `messagerie verte, appli verte, application verte, messagerie bleue, appli bleue, avion en papier, messagerie instantanée, messagerie chiffrée, application de messagerie, appli de messagerie, chat privé, discussion privée`,
  ],
  [
    'cvv',
    `cvv, code cvc, carte et cvc, cvc de la carte, cvc de votre carte, cvc au dos, cryptogramme*, trois chiffres, chiffres au dos, chiffres du verso, numéro de carte, numéro de la carte, numéro de votre carte`,
  ],
  [
    'benefit',
    `avance mensuelle, avance sur commission*, vous est acquise, vous est acquis, vous est garantie, chacun reçoit, nous donnons, reçoit, offrons, prime, prime de, budget, indemnité*, chiffre d affaires, remise, réduction, bon d achat, bons d achat, subvention*, bourse*, pourboire*, économie*, loyer, loyers, intéressement, valeur de, d une valeur, chèques cadeaux, chèques vacances, mutuelle, rémunéré*, jusqu à, parrainez un collègue, parraine un collègue, cooptez, cooptation, recevez chacun, chèque cadeau, aide de, aide au, aide au permis, d aide, outillage de, d une valeur de`,
  ],
  [
    'authority',
    `croix rouge, à l état, chez le médecin, chez un médecin, préfecture, à la préfecture, cnaps, chambre de métiers, à la chambre, la cci, trésor public, au trésor, à la mairie, médecin agréé, auto école, timbre fiscal, l ordre, exigé par la loi, la loi exige, la loi impose, obligatoire par la loi, versés à la chambre, centre d examen, école agréée, rectorat`,
  ],
  [
    'vendor',
    `achetez le dans notre, achetez la dans notre, commandez le chez, commandez le auprès de, commandez auprès de notre, vous le commandez auprès, notre fournisseur, notre fournisseur agréé, fournisseur agréé, notre revendeur, notre revendeur agréé, notre partenaire agréé, notre boutique partenaire, notre prestataire agréé, magasin partenaire, uniquement auprès du prestataire, auprès du prestataire, prestataire indiqué, prestataire que nous, par notre lien, via notre lien, le lien que nous, le lien dans notre, aucun autre prestataire`,
  ],
  [
    'login',
    `que vous utilisez pour votre banque, que vous utilisez à la banque, comme pour votre banque, codes de votre banque, identifiants que vous utilisez, choisissez votre banque et, sélectionnez votre banque, saisissez identifiant, saisissez votre identifiant, saisissez vos identifiants, vos identifiants, tes identifiants, avec votre identifiant, avec ton identifiant, votre code d accès bancaire, connectez vous avec, connectez vous, connecte toi, identifiez vous avec, identifiant et votre code, identifiant et mot de passe de, vos identifiants bancaires, identifiants de votre banque, choisissez votre banque, code secret, espace bancaire, accès à l espace client, identifiants d accès`,
  ],
  [
    'downline',
    `de votre structure, dans votre structure, de ta structure, grandit avec chaque, augmente avec chaque, mais pas de limite, revenu illimité, revenus illimités, sous vous, en dessous de vous, revenu résiduel, revenus résiduels, revenu passif, revenus passifs, chaque niveau, niveaux, jusqu au dixième, jusqu au niveau, votre réseau, ton réseau, pas de patron, être votre propre patron, devenez votre propre patron, liberté financière`,
  ],
  [
    'interview',
    `entretien sur, entretien par, entretien se passe, entretien se fait, entretien se déroule, entretien a lieu, entretien via, passer l entretien, entretien écrit, l entretien uniquement`,
  ],
  [
    'paynow',
    `doit nous parvenir, doivent nous parvenir, doit être versé, doit être réglé, doivent être réglés, sur notre compte, faute de quoi, transmettez nous le reçu, envoyez nous le reçu, envoyez le reçu, envoyez nous la preuve, preuve de paiement, justificatif de paiement, commandez le pour, commandez la pour, payez le, payez la, payez les, payez via, payez avec, payez par, réglez le, réglez la, réglez par, virez la somme, virez le montant, merci de régler, merci de payer, merci de virer, paie le, par virement avant, à payer avant, à régler avant, à payer par, à régler par, à verser, à verser à, envoyez l argent, envoyez la somme, envoyez le montant, à régler en, attend`,
  ],
  [
    'covers',
    `rembourse sur présentation, que la commune rembourse, que la mairie rembourse, que l employeur rembourse, que l entreprise rembourse, que la maison rembourse, sont pour nous, est pour nous, étant pour nous, frais pour nous, sur le premier salaire, sur la première paie, en paie la, région en paie, paie la moitié, en paie la moitié, la moitié est payée, retenue sur le premier, retenu sur le premier, prélevé sur le premier, déduit du premier salaire, la région paie, la région en, nous le payons, nous la payons, nous les payons, on le paie, on la paie, on les paie, nous payons tout, nous prenons en charge, l entreprise le paie, l entreprise la paie, nous vous les rendons, nous vous la rendons, nous vous le rendons, nous vous remboursons, prise en charge, pris en charge, est remboursé* par`,
  ],
  [
    'lodging',
    `chambre, chambre de métiers, logement, loyer, studio, hébergement, parking, vestiaire, repas, casier, studios, chambres, appartement, un lit, mobil home, annexe`,
  ],
  [
    'subscription',
    `adhésion à notre, abonnement à notre, inscription à notre, notre vivier, notre fichier, notre base, notre book, inscription dans notre, adhérer à notre, figurer dans notre`,
  ],
  [
    'simcontract',
    `contrat* de téléphone, contrat* mobile*, forfait* à votre nom, forfait* à ton nom, un forfait, carte* sim, ligne* mobile*, abonnement* mobile*`,
  ],
  [
    'rentout',
    `prêtez nous votre, prête nous ton, louez nous votre, louez votre compte, loue ton compte, confiez le nous, confiez nous votre compte, nos articles sous votre nom, nos produits sous votre nom, votre compte dort`,
  ],
  [
    'reach',
    `ajoutez, ajoute, cherchez le compte, recherchez, tapez, écrivez moi, écrivez à notre, écris moi, contactez moi sur, contactez nous sur, rejoignez nous sur, dites bonjour, écrivez à son, écrivez à la, écrivez au, écrivez le mot, ajoutez notre, ajoutez mme, ajoutez m, contactez notre, contactez mme, contactez m, envoyez un message à, envoyez le mot, parlez à notre, cherchez, cherchez m, cherchez mme, écrivez à m, écrivez à mme, envoyez lui, écrivez lui, contactez le, contactez la, parlez à`,
  ],
  [
    'asks',
    `nous demandons, on demande, est demandé, est demandée, sont demandés, nous facturons, nous réclamons, on vous demande, il vous est demandé, nos honoraires, notre commission, nos frais, le notaire demande, l avocat demande, l ambassade demande, le consulat demande, l avocat attend, nous prenons, nous prélevons, frais d agence`,
  ],
  [
    'perminute',
    `la minute, par minute, chaque minute, par sms, le sms, chaque sms, par message, chaque message, le message, chacun est facturé, chacun coûte, chaque sms coûte, chaque réponse, par réponse, facturé la minute, est facturé, sont facturés, surtaxé*, et chacun à`,
  ],
  [
    'dial',
    `composez, compose le, appelez le, appelle le, appelez, l appel, appel, serveur vocal, numéro surtaxé, envoyez .. au, envoie .. au, standard automatique, ligne automatique`,
  ],
  ['texts', `sms, texto, textos, message, messages`],
  [
    'gate',
    `recrutent uniquement, recrutent que, recrutent exclusivement, recrute uniquement, recrute que, n embauchent que, n embauche que, embauchent uniquement, uniquement les diplômés, seuls les diplômés, seuls nos diplômés, seuls les titulaires, réservé aux titulaires, réservé aux diplômés, réservés aux diplômés, poste garanti, emploi garanti, embauche garantie, embauche assurée, garantissons un poste, garantit un poste, garantit un emploi, aucun certificat délivré, aucun autre certificat, autres certificats, après la formation nous, à l issue de la formation nous, nous vous plaçons, ouverts à ceux, ouvert à ceux, ouverts aux titulaires, réservés à ceux, réservé à ceux, dès que vous avez terminé, dès que vous avez suivi, dès que vous avez réussi, après avoir suivi, après avoir réussi, une fois le stage, une fois la formation, une fois certifié*, condition, indispensable, sans elle, sans lui, sans cela pas, obligatoire avant, il faut la carte, il faut notre`,
  ],
  [
    'ourcourse',
    `notre académie, notre école, notre centre, notre institut, notre formation, notre campus, notre stage, de notre académie, dans nos locaux, journée de préparation, du campus, stage, formation, cours, leçons, leçons en ligne, atelier, séminaire, académie, cursus, module, week ends de formation`,
  ],
  [
    'renews',
    `jusqu à résiliation, jusqu à ce que vous résiliez, sauf résiliation, sans engagement, résiliable à tout, reconduit automatiquement, reconduction tacite, tacite reconduction`,
  ],
  [
    'pickbank',
    `choisissez votre banque, choisis ta banque, sélectionnez votre banque, sélectionne ta banque, cliquez sur votre banque, cherchez votre banque, choisir votre banque, banque dans la liste, cherche ta banque, recherchez votre banque, indiquez votre banque, votre banque dans, trouvez votre banque`,
  ],
  [
    'signin',
    `connectez vous, connecte toi, se connecter, vous connecter, identifiez vous, identifie toi, connexion, authentifiez vous, en vous connectant, vous connectant, connexion à, connectez, entrez votre, saisissez votre, mêmes données, mêmes identifiants, mêmes codes, comme d habitude, comme toujours, codes habituels, identifiants habituels`,
  ],
  [
    'mailbox',
    `messagerie, boîte mail, adresse mail, adresse e mail, votre adresse, courriel, gmail, orange, outlook, compte google, apple id, boîte`,
  ],
  ['password', `mot de passe, mots de passe`],
  [
    'textedcode',
    `code arrive sur, code qui arrive, code sur votre téléphone, code reçu, code envoyé, validez dans l application, validez dans votre, code de confirmation, code de validation, code de sécurité, code à six chiffres`,
  ],
  [
    'nointerview',
    `pas d entretien, sans entretien, aucun entretien, pas d entretiens, à la place de l entretien, sans passer d entretien, embauche immédiate, embauche automatique, ne faisons pas d entretien*, embauche sans, embauchons sans, recrutons sans, recrute sans, sans parler, sans rencontre, sans rendez vous, embauche est automatique, décision automatique, aucun rendez vous, pas de rendez vous, au lieu d un entretien, au lieu de l entretien, à la place d un entretien, en guise d entretien, personne ne doit se déplacer`,
  ],
  [
    'selfshot',
    `selfie*, photo de vous, photo de toi, photo de votre visage, autoportrait, vidéo de votre visage, vidéo de vous, courte vidéo, selfie vidéo, scan du visage, où vous la tenez, où vous le tenez, où tu la tiens, près du visage, près de votre visage, à côté du visage, à côté de votre visage, face caméra`,
  ],
  [
    'receives',
    `vous recevez des paiements, vous recevez des virements, vous recevez de l argent, vous recevrez des paiements, vous recevrez des virements, vous recevrez de l argent, vous recevrez les virements, vous recevez les virements, vous recevez les paiements, arrivent chez vous, arrive chez vous, transitent par vous`,
  ],
  [
    'giftcard',
    `cartes google play, carte google play, cartes apple, carte apple, cartes itunes, cartes steam, google play, itunes, bons d achat amazon, e carte*, tickets de recharge, recharges pcs, recharge pcs, cartes prépayées, tickets transcash, tickets neosurf, bon cadeau, bons cadeaux`,
  ],
  ['cashout', `retirez, retirer, retrait*, commission*, gains, prime, récompense*, bonus, restitué*`],
  [
    'proveid',
    `prouvez votre identité, confirmez votre identité, vérifiez votre identité, vérifier votre identité, confirmer votre identité, prouvez qui, confirmez qui, confirmez maintenant qui, vérification d identité, justifiez de votre identité`,
  ],
  [
    'paper2',
    `carte vitale, avis d imposition, justificatif de domicile, numéro de sécurité, numéro de sécu, permis de conduire, bulletin de paie, bulletins de paie, acte de naissance, facture d électricité, une facture, relevé de compte, titre de séjour, numéro fiscal`,
  ],
  [
    'voucher',
    `carte, cartes, bon, bons, ticket, tickets, coupon, coupons, recharge, recharges, chèque cadeau, chèques cadeaux`,
  ],
  ['buycmd', `achetez, achète, prenez, prends, procurez vous, procurez, commandez, achetez les`],
  [
    'sendme',
    `envoyez les moi, envoyez moi, moi, envoyez nous, saisissez les, transmettez les, dictez, communiquez les, tapez les`,
  ],
  [
    'moneyverb',
    `pai*, pay*, vers*, régl*, vir*, avanc*, acquitt*, adress*, envo*, dépos*, encaiss*, demand*, réclam*, coût*, contre, remett*, laiss*, par personne, apport*`,
  ],
];
