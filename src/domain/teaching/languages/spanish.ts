import { type Language, listed } from '../language.ts'

export const spanish: Language = {
  script: /\p{sc=Latin}/u,
  marks:
    /(?<!\p{L})(?:de|del|el|los|las|para|por|con|una)(?!\p{L})|ñ|(?:ción|[eé]z)(?!\p{L})|[¿¡]/giu,
  given:
    listed(`Ada, Alba, Amaya, Aitor, Bruno, Carmina, Celia, Ciro, Clara, Dario, Delia, Elio, Elvira, Fabio, Gala, Hugo, Ignacia,
    Inés, Irene, Iván, Jimena, Julia, Leandro, Lía, Lola, Lucio, Luz, Marcos, Marta, Mateo, Mila, Nerea, Nico, Noa, Olmo, Paco,
    Paula, Pilar, Ramiro, Rita, Rocío, Sara, Saúl, Tadeo, Teo, Vera, Yago, Zoe, Maximiliano, Esperanza, Guillermina, Valentina`),
  family:
    listed(`Abedular, Alamedilla, Altojara, Arroyuelo, Avellanal, Brezales, Camporrubio, Cañaveral, Cerezales, Cumbreal,
    Espigares, Fuenrosal, Fresnales, Granadal, Hiedrarte, Jarales, Junquera, Lavandar, Limoneral, Lomarubia, Madroñal, Manzanedo,
    Molinares, Montejara, Nogaledo, Olivarejo, Olmeral, Peñalba, Pinarejo, Pradolargo, Riomanso, Robledal, Romeral, Rosaleda,
    Salviar, Sauceda, Solanar, Tejar, Tomillar, Trigales, Valdeflor, Valdejara, Vegarrubia, Viñales, Zarzamora`),
  places:
    listed(`Aguaclara, Altamora, Arenalejo, Brisamar, Campoliva, Cantolagua, Cerrobajo, Cuatro Olmos, Fuentelirio, Jaraluz,
    La Higuerilla, Las Norias, Llanoverde, Lomablanca, Los Tilos, Maravalle, Miralrío, Montesol, Nogalar, Ojos de Luna, Pedrazul,
    Peñalisa, Pozohondo, Puente Viejo, Rincón Nuevo, Riopardo, Rocafría, Salitral, Sauce Chico, Sierrabaja, Solvalle,
    Tres Molinos, Valdebrisa, Valleluna, Vega Rubia, Villarroble`),
  people:
    listed(`alfareras, apicultores, barqueros, bordadoras, carpinteros, caminantes, ceramistas, ciclistas, cocineras,
    costureras, electricistas, floristas, guitarristas, hortelanas, jardineros, libreras, limpiadoras, mariscadoras, nadadoras,
    panaderos, pastores, peluqueras, pintores, remeros, repartidores, tejedoras, titiriteros, zapateros`),
  causes:
    listed(`artesanía, bosques, caminos, cocina, danza, fuentes, huertos, juegos, lectura, mercados, música, oficios, parques,
    puentes, semillas, sombra, teatro, transporte nocturno, vida rural`),
  and: [' y ', ', '],
  forms: {
    person: ['{n}', '{n} {f}', '{n} {f}', '{n} {m} {f}', '{n} {f} {h}', '{n} {m} {f} {h}'],
    group: [
      'Las y los {g}',
      'Amigas de {p}',
      'Grupo de {g}',
      'Familias de {p}',
      'Jóvenes {g} de {p}',
      'Grupo de {g} de {p}',
      'Vecinas y vecinos de la calle {p}',
      'Grupo de {g} que comparten el huerto de {p}',
      'Tertulia de los sábados de {g} de {p}',
    ],
    organisation: [
      '{p}',
      'Unión {p}',
      'Casa {p}',
      'Fundación {p}',
      'Asociación {p}',
      'Unión de {g}',
      'Asociación de {g}',
      'Sindicato de {g} de {p}',
      'Cooperativa de {g} de {p}',
      'Asociación vecinal de {p}',
      'Red de {c} de {p}',
      'Federación de {g} de la comarca de {p}',
      'Asociación de asociaciones de {g} por el amor a {c} de {p}',
    ],
    institution: [
      'Concejo de {p}',
      'Biblioteca de {p}',
      'Ayuntamiento de {p}',
      'Universidad de {p}',
      'Oficina de {c}',
      'Escuela de {c} de {p}',
      'Junta de {c} de {p}',
      'Dirección de {c} de {p}',
      'Consejo comarcal de {c} de {p} y {q}',
    ],
    issue: [
      'Un autobús nocturno para {p}',
      'Una pasarela en {p}',
      'Que siga abierta la biblioteca de {p}',
      'Árboles para la calle {p}',
      'Un parque infantil en {p}',
    ],
    we: ['Coalición {p}', 'Foro de {p}', 'Plataforma {p}', 'Mesa de {p}'],
    goal: ['Un sí en primavera', 'Firmado antes del verano', 'Abierto en un año'],
  },
  sectors:
    listed(`Salud, Educación, Medios, Juventud, Cultura, Deporte, Agricultura, Transporte, Vivienda, Comercio, Ciencia, Derecho,
    Sindicatos, Empresa, Medio ambiente, Arte, Gobierno local, Comunidad, Turismo, Energía, Alimentación, Religión`),
  resources:
    listed(`Dinero, Voluntariado, Furgonetas, Un salón, Sala de reuniones, Imprenta, Asesoría legal, Investigación, Contactos,
    Herramientas, Traducción, Cuidado infantil, Cocina, Música, Diseño, Formación, Espacio, Tiempo, Fotografías, Experiencia`),
  tags: listed(`juventud, prensa, rural, urbano, mayores, mujeres, nuevo, local, regional, río, norte, sur, este, oeste, en línea,
    semanal, pequeño, grande`),
  ties: listed(
    'conoce a, aconseja a, presta a, comparte local con, compra a, enseña a, alquila a, canta con, acoge a, ayuda a, escribe a',
  ),
  segments: [
    'Aliados activos',
    'Aliados pasivos',
    'Neutrales',
    'Oponentes pasivos',
    'Oponentes activos',
  ],
  copy: 'Copia didáctica: {x}',
  syllables: listed(
    'ba, bel, ca, cor, da, del, lo, lu, ma, mar, na, nel, pa, ra, ri, ro, sa, sol, ta, tel, va, ver',
  ),
}
