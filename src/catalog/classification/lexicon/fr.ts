import type { Lexicon } from './lexicon.ts';

/** Without accents: names are brought to that form before they are looked up. The first word leads: `adresse client`. */
export const french: Lexicon = {
  language: 'fr',
  words: {
    'full-name':
      'nom complet, nom prenom, prenom nom, nom affiche, nom du client, nom client, nom contact, titulaire, nom du titulaire, nom destinataire',
    'first-name': 'prenom, prenoms, deuxieme prenom, initiales',
    'last-name':
      'nom de famille, nom famille, patronyme, nom de naissance, nom naissance, nom de jeune fille, nom usage',
    'name-prefix': 'civilite, formule de politesse, particule, titre civilite',
    nickname: 'surnom, pseudo, pseudonyme, sobriquet',
    address:
      'adresse, adresse postale, adresse ligne, ligne adresse, adresse facturation, adresse livraison, complement adresse, boite postale, adresse domicile',
    street: 'rue, nom de rue, nom rue, voie, nom voie, libelle voie',
    'house-number': 'numero de rue, numero rue, numero voie, numero maison, numero appartement',
    postcode: 'code postal, cp, codepostal',
    city: 'ville, commune, localite, nom ville, lieu de residence',
    region: 'departement, region, canton, province',
    country: 'pays, code pays, pays de residence, pays residence',
    email: 'courriel, adresse mail, adresse email, adresse courriel, adresse electronique, mel, mail',
    phone:
      'telephone, numero de telephone, numero telephone, tel, portable, mobile, telephone portable, telephone mobile, numero portable, telecopie, fixe, telephone fixe, appelant',
    'online-handle': 'site web, site internet, page personnelle, reseau social',
    username:
      'nom utilisateur, nom d utilisateur, identifiant connexion, nom de connexion, identifiant utilisateur, nom compte',
    'customer-number':
      'numero client, numero de client, code client, numero adherent, numero abonne, numero de membre, numero patient, numero etudiant, numero assure',
    'account-number': 'numero utilisateur, numero enregistrement',
    'employee-number': 'matricule, numero employe, numero salarie, matricule salarie',
    credential:
      'mot de passe, motdepasse, mdp, mot passe, jeton, secret, cle secrete, code activation, code confirmation, question secrete, code pin',
    bsn: '',
    'identity-document':
      'numero securite sociale, numero de securite sociale, securite sociale, nir, numero secu, carte identite, numero carte identite, passeport, numero passeport, permis de conduire, numero permis, titre de sejour, numero fiscal, numero national, piece identite, niss',
    'trade-register-number': 'siret, siren, numero siret, registre du commerce, rcs, numero entreprise',
    iban: 'numero iban',
    'bank-account':
      'compte bancaire, numero de compte, numero compte, rib, coordonnees bancaires, code banque, titulaire du compte, mandat, reference mandat, mandat prelevement, domiciliation',
    'payment-card':
      'numero carte, numero de carte, carte bancaire, carte de credit, carte bleue, cryptogramme, expiration carte',
    transaction:
      'montant, total, sous total, prix, cout, frais, remise, tva, taxe, solde, paye, devise, paiement, mode paiement, mode de paiement, facture, numero facture, numero commande, quantite, montant ht, montant ttc, plafond credit, avoir, abonnement, tarif, frais de port, echeance montant',
    'licence-plate': 'immatriculation, plaque, plaque immatriculation, numero immatriculation',
    vin: 'numero de chassis, numero chassis, numero de serie vehicule',
    vehicle:
      'vehicule, voiture, marque, modele, kilometrage, carburant, annee vehicule, premiere immatriculation',
    'birth-date':
      'date de naissance, date naissance, naissance, ne le, annee naissance, jour naissance, anniversaire, date naiss, datenaissance',
    gender: 'sexe, genre',
    'personal-detail':
      'nationalite, lieu de naissance, lieu naissance, pays naissance, situation familiale, etat civil, age, date de deces, date deces, decede, enfants, nombre enfants, conjoint, niveau etude, diplome, langue maternelle, contact urgence, taille cm, poids kg, loisirs',
    'ip-address': 'adresse ip, derniere ip',
    'user-agent': 'navigateur, agent utilisateur',
    'mac-address': 'adresse mac',
    'device-id': 'appareil, identifiant appareil, type appareil, terminal, systeme exploitation',
    'cookie-id': 'identifiant session, temoin, identifiant visiteur',
    coordinates: 'coordonnees gps, geolocalisation, position gps',
    file: 'fichier, nom fichier, nom de fichier, photo, photographie, piece jointe, image, enregistrement, portrait',
    job: 'profession, metier, poste, fonction, employeur, entreprise, nom entreprise, societe, raison sociale employeur, service employe, salaire, remuneration, date embauche, embauche, date entree, date sortie, type contrat, conges, intitule poste, superieur',
    message: 'message, objet, sujet, corps, contenu, texte, reponse, question, lettre, canal, sens',
    'free-text':
      'note, notes, commentaire, commentaires, remarque, remarques, observation, observations, description, memo, motif, raison, resume, legende, precisions, signature, plainte, souhaits, explication',
    preference:
      'preference, preferences, parametre, parametres, langue, fuseau horaire, notification, favori, favoris, reglages',
    consent:
      'consentement, consentements, accord, accepte, conditions acceptees, desabonne, desinscrit, opposition, finalite, retire le, donne le',
    'page-visit': 'page visitee, page consultee, page precedente, terme recherche, recherche, lien clique',
    'activity-time':
      'le, date, heure, horodatage, date creation, date de creation, cree, cree le, modifie, modifie le, date modification, mis a jour, derniere connexion, derniere visite, dernier contact, inscrit, date inscription, date expiration, expire, debut, fin, date debut, date fin, depuis, echeance, envoye, envoye le, recu, recu le, ouvert, ouvert le, annee, mois, jour, date facture, date commande, date paiement, paye le',
    activity:
      'statut, etat, actif, bloque, supprime, verifie, score, evaluation, niveau, approuve, confirme, priorite, nombre, tentatives, action, evenement, type, source, origine, resultat, duree, rang, categorie, choix, vote, presence, visible',
    health:
      'sante, medical, dossier medical, diagnostic, maladie, pathologie, allergie, allergies, medicament, medicaments, traitement, groupe sanguin, handicap, vaccin, vaccination, enceinte, grossesse, mutuelle, medecin, medecin traitant, regime alimentaire, arret maladie, antecedents, symptomes, fumeur, tension arterielle',
    religion: 'religion, confession, culte, croyance, religieux',
    'union-membership': 'syndicat, appartenance syndicale, syndical, adhesion syndicat',
    ethnicity: 'ethnie, origine ethnique, origine raciale, couleur peau',
    politics: 'politique, opinion politique, parti politique, appartenance politique',
    'sexual-life': 'orientation sexuelle, sexualite, vie sexuelle',
    biometric:
      'biometrie, biometrique, empreinte digitale, empreinte vocale, reconnaissance faciale, adn, genetique',
    criminal: 'casier judiciaire, condamnation, condamnations, infraction, infractions',
    'bare-name': 'nom, libelle, intitule, denomination',
    people:
      'client, cliente, utilisateur, personne, employe, salarie, membre, contact, abonne, patient, eleve, etudiant, enseignant, visiteur, candidat, prospect, personnel, collegue, conducteur, habitant, adherent, benevole, participant, acheteur, locataire, destinataire, debiteur, passager, proprietaire, assure, donateur, invite, lecteur, usager, interlocuteur, citoyen, beneficiaire, inscription, payeur, medecin, docteur, infirmier, professeur, formateur, technicien, mecanicien, tuteur, joueur',
    organisation:
      'entreprise, societe, organisation, agence, magasin, boutique, bureau, entrepot, fournisseur, fabricant, marque, site, service, equipe, transporteur, ecole, hopital, association, etablissement, succursale',
    thing:
      'produit, produits, article, articles, categorie, categories, role, droit, pays, devise, langue, region, systeme, parametre, migration, modele document, page, menu, unite, tarif, tarifs, taux tva, campagne, campagnes, infolettre, prestation, prestations, serie, traduction, stock, coupon, offre, groupe, groupes, statut, jour ferie, couleur, piece, champ, regle, compte comptable, journal comptable, cours, matiere, matieres, classe, classes, livre, livres, film, films, medicament, salle, salles, batiment, batiments, projet, projets, sondage, sondages',
    'address-table': 'adresse, adresses, domicile, adresse livraison',
    'message-table':
      'message, messages, courrier, courriers, lettre, conversation, piece jointe, commentaire, commentaires, reclamation, demande, correspondance, appel, appels, question',
    'note-table':
      'note, notes, remarque, remarques, dossier, rendez vous, agenda, compte rendu, tache, taches',
    'billing-table':
      'commande, commandes, ligne commande, facture, factures, ligne facture, paiement, paiements, devis, panier, abonnement, abonnements, prelevement, prelevements, relance, relances, achat, achats, vente, ventes, contrat, contrats, livraison, retour, reservation, reservations, mandat, mandats, don, dons, expedition',
    'visit-table':
      'visite, visites, session, sessions, clic, clics, ouverture, ouvertures, recherche, connexion, connexions',
    'consent-table': 'consentement, consentements, desabonnement',
    'preference-table': 'preference, preferences, parametre utilisateur, reglage, favoris',
    'employment-table':
      'employe, employes, salarie, salaries, personnel, paie, salaire, conge, conges, absence, absences, contrat travail, planning',
    'vehicle-table': 'vehicule, vehicules, voiture, voitures, flotte, velo',
    'file-table': 'fichier, fichiers, photo, photos, document, documents, piece jointe, enregistrement',
    'log-table':
      'journal, journaux, historique, historiques, activite, activites, modification, modifications',
    'account-table': 'utilisateur, employe, administrateur, compte',
    agent:
      'modifie par, assigne a, traite par, approuve par, gestionnaire, responsable, superieur, charge de compte, commercial, conseiller, employe, medecin, docteur, infirmier, enseignant, professeur, formateur, technicien, mecanicien, vendeur, caissier, valide par, avocat',
    author: 'cree par, auteur, redacteur, saisi par',
    owner:
      'photographe, proprietaire, titulaire, client, utilisateur, membre, demandeur, expediteur, destinataire, demande par, commande par, signale par',
    measure:
      'nombre, longueur, taille, somme, moyenne, pourcentage, maximum, minimum, jours, heures, minutes, secondes, compteur, duree, centimes, largeur, hauteur, poids',
    state: 'statut, verifie, confirme, actif, valide, type, genre, envoye, obligatoire, visible, format',
    identifier: 'id, identifiant, numero, num, cle, reference, code, parent, reponse a, precedent, suivant',
    container: 'donnees, valeur, metadonnees, proprietes',
    'web-place': 'chemin, lien',
    qualifier:
      'domicile, travail, prive, pro, professionnel, principal, secondaire, ancien, nouveau, actuel, facturation, livraison, autre, urgence, perso',
    technical: 'version, ordre, tri, position, numero ligne, taille fichier, encodage',
  },
};
