import { type Language, listed } from '../language.ts'

export const french: Language = {
  script: /\p{sc=Latin}/u,
  marks:
    /(?<!\p{L})(?:des|du|les|le|et|pour|aux|sur|une|avec)(?!\p{L})|(?<!\p{L})[ld][’'](?=\p{L})|[çêèœ]/giu,
  given:
    listed(`Adèle, Alix, Anaïs, Basile, Béa, Blaise, Célie, Clarisse, Colin, Côme, Delphine, Élio, Éloi, Elsa, Fanny, Flore, Gaël,
    Gilda, Hugo, Inès, Iris, Jade, Joanne, Jules, Karim, Lila, Lison, Loïc, Lou, Lucien, Maé, Malo, Manon, Margot, Mila, Naïm,
    Noé, Odile, Perrine, Rémi, Romane, Sacha, Salomé, Soline, Tess, Théa, Timéo, Violette, Yann, Zélie, Barthélemy, Maximilien`),
  family:
    listed(`Aubépin, Beaulierre, Belrivage, Boisflorent, Bruyérac, Champdoré, Chênerol, Clairfontan, Coudrelle, Doucelac, Églantard,
    Fougeret, Frênelle, Genêtier, Grandpré, Houblonnier, Lavandier, Lierret, Luzernel, Marjolet, Merisel, Montfleurin, Mûrelle,
    Noiselier, Ormelin, Pervenche, Pommerol, Primevert, Rivelaine, Rochelierre, Romarinet, Roselin, Saulaie, Sureau, Thymel,
    Tilleret, Tournesac, Valclair, Vertbois, Violetier`),
  places:
    listed(`Beaupierre, Belleroche, Bois-Clair, Bréval-sur-Lys, Champrivault, Clairmare, Fontbrune, Grand-Tilleul, La Mérine,
    La Tuilière, Longuerive, Marebelle, Montlierre, Moulin-Neuf, Noisemont, Pierrelune, Pont-Vieux, Prés-Hauts, Quatre-Ormes,
    Rivebrune, Rochefeuille, Ruisselles, Saulnaie, Sourceclaire, Terreneuve-le-Bas, Trois-Puits, Valdoré, Vauclaire, Verdelune,
    Vieux-Lavoir`),
  people:
    listed(`bergers, boulangers, brodeuses, charpentiers, chanteurs, couturières, cuisinières, cyclistes, facteurs, fleuristes,
    jardiniers, libraires, livreurs, luthiers, marcheurs, maraîchers, marionnettistes, menuisiers, musiciens, nageurs, pâtissiers,
    peintres, potiers, rameurs, réparateurs, tisserands, tricoteuses, verriers`),
  causes:
    listed(`bal, chemins, cuisine, danse, forêts, fontaines, jardins, jeux, lecture, marchés, métiers, musique, patrimoine, ponts,
    promenade, réparation, semences, théâtre, transports de nuit, vie rurale`),
  and: [' et ', ', '],
  forms: {
    person: ['{n}', '{n} {f}', '{n} {f}', '{n}-{m} {f}', '{n} {f}-{h}', '{n}-{m} {f}-{h}'],
    group: [
      'Les {g}',
      'Amis de {p}',
      'Familles de {p}',
      'Jeunes {g} de {p}',
      'Groupe de {g} de {p}',
      'Riverains de la rue {p}',
      'Les {g} du café du samedi de {p}',
      'Les {g} de {p} et {q} qui partagent un jardin',
    ],
    organisation: [
      '{p}',
      'Union {p}',
      'Maison {p}',
      'Fondation {p}',
      'Union des {g}',
      'Collectif de {p}',
      'Syndicat des {g}',
      'Association des {g} de {p}',
      'Coopérative des {g} de {p}',
      'Association de quartier de {p}',
      'Réseau {c} de {p}',
      'Fédération des {g} du pays de {p}',
      'Association des associations des {g} pour la sauvegarde de {p}',
    ],
    institution: [
      'Mairie de {p}',
      'Conseil de {p}',
      'Collège de {p}',
      'Bibliothèque de {p}',
      'Université de {p}',
      'Service {c} de {p}',
      'École {c} de {p}',
      'Direction {c} de {p}',
      'Conseil régional {c} de {p} et {q}',
    ],
    issue: [
      'Un bus de nuit pour {p}',
      'Une passerelle à {p}',
      'Garder ouverte la bibliothèque de {p}',
      'De la verdure rue {p}',
      'Un terrain de jeux à {p}',
    ],
    we: ['Coalition {p}', 'Forum de {p}', 'Ensemble pour {p}', 'Collectif {p}'],
    goal: ['Un oui au printemps', 'Signé avant la fin du semestre', 'Ouvert dans un an'],
  },
  sectors:
    listed(`Santé, Éducation, Médias, Jeunesse, Culture, Sport, Agriculture, Transports, Logement, Commerce, Sciences, Droit,
    Syndicats, Entreprises, Environnement, Arts, Collectivités, Tourisme, Énergie, Alimentation, Religion`),
  resources:
    listed(`Argent, Bénévoles, Camionnettes, Une salle, Salle de réunion, Imprimerie, Conseil juridique, Recherche, Contacts,
    Outils, Traduction, Garde d’enfants, Cuisine, Musique, Graphisme, Formation, Locaux, Temps, Photos, Expérience`),
  tags: listed(`jeunesse, presse, rural, urbain, aînés, femmes, nouveau, local, régional, rivière, nord, sud, est, ouest, en ligne,
    hebdomadaire, petit, grand`),
  ties: listed(
    'connaît, conseille, prête à, partage un local avec, achète à, forme, loue à, chante avec, accueille, aide, écrit à',
  ),
  segments: ['Alliés actifs', 'Alliés passifs', 'Neutres', 'Opposants passifs', 'Opposants actifs'],
  copy: 'Copie pédagogique: {x}',
  syllables: listed(
    'ba, bel, bri, cha, clo, da, fe, la, li, lo, ma, mer, mi, na, nel, ra, ri, ro, sa, sol, ta, va, ver',
  ),
}
