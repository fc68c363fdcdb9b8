import { type Language, listed } from '../language.ts'

export const portuguese: Language = {
  script: /\p{sc=Latin}/u,
  marks: /(?<!\p{L})(?:da|do|das|dos|e|para|com|pela|uma|ao|na|no)(?!\p{L})|[ãõ]|ção(?!\p{L})/giu,
  given:
    listed(`Ada, Alba, Alice, Amália, Anita, Bento, Bia, Caio, Célia, Cora, Dália, Davi, Elisa, Élio, Flora, Gil, Graça, Heitor, Iara,
    Inês, Íris, Ivo, Joana, Júlio, Lara, Leda, Lia, Lino, Lúcio, Luna, Mara, Marta, Mila, Nara, Nilo, Olívia, Otávio, Pilar, Raul,
    Rita, Rui, Sara, Selma, Tadeu, Téo, Vera, Yara, Zeca, Esperança, Guilhermina, Maximiliano`),
  family:
    listed(`Açucenal, Alecrineira, Amoreiral, Arvoredinho, Avelanal, Bosquinho, Canavieiro, Carvalhedo, Cerejal, Figueiral, Fontarosa,
    Girassoleiro, Jasmineiro, Juncal, Laranjedo, Limoal, Lourival-Mar, Macieiral, Madressil, Montalvar, Nogueiral, Oliveirinho,
    Pedravale, Pinheiral, Pomareiro, Riachinho, Ribeirinho, Rosmaninho, Salgueiral, Serralva, Trigueiral, Valdeflor, Varandal,
    Verdemar, Videiral, Zimbral`),
  places:
    listed(`Águas Mansas, Alto da Figueira, Arvoreda, Barra Serena, Brisa Nova, Campo Lírio, Canto do Rio, Cerro Baixo, Fonte Clara,
    Jardim Velho, Lagoa Mansa, Lomba Verde, Miravale, Monte Luar, Morro Azul, Nogueirinha, Pedra Lisa, Poço Fundo, Ponte Nova,
    Porto Sereno, Quatro Ventos, Ribeira Nova, Rio Pardinho, Serra Baixa, Sol Nascente, Três Moinhos, Vale Lunar, Várzea Clara,
    Vila Roseira`),
  people:
    listed(`apicultores, barqueiros, bordadeiras, carpinteiros, caminhantes, ceramistas, ciclistas, costureiras, cozinheiras,
    doceiras, feirantes, floristas, jardineiros, livreiros, marceneiros, merendeiras, nadadoras, padeiros, pastores, pintores,
    remadores, rendeiras, sapateiros, tecelãs, violeiros`),
  causes:
    listed(`artesanato, bosques, caminhos, cozinha, dança, fontes, hortas, jogos, leitura, mercados, música, ofícios, parques, pontes,
    sementes, sombra, teatro, transporte noturno, vida rural`),
  and: [' e ', ', '],
  forms: {
    person: ['{n}', '{n} {f}', '{n} {f}', '{n} {m} {f}', '{n} {f} {h}', '{n} {m} {f} {h}'],
    group: [
      'As e os {g}',
      'Amigas de {p}',
      'Grupo de {g}',
      'Famílias de {p}',
      'Jovens {g} de {p}',
      'Grupo de {g} de {p}',
      'Vizinhança da rua {p}',
      'Grupo de {g} que partilham a horta de {p}',
    ],
    organisation: [
      '{p}',
      'União {p}',
      'Casa {p}',
      'Fundação {p}',
      'União de {g}',
      'Associação de {g}',
      'Sindicato de {g} de {p}',
      'Cooperativa de {g} de {p}',
      'Associação de bairro de {p}',
      'Rede de {c} de {p}',
      'Federação de {g} da região de {p}',
      'Associação de associações de {g} pelo amor a {c} de {p}',
    ],
    institution: [
      'Câmara de {p}',
      'Biblioteca de {p}',
      'Prefeitura de {p}',
      'Universidade de {p}',
      'Escola de {c} de {p}',
      'Departamento de {c} de {p}',
      'Conselho regional de {c} de {p} e {q}',
    ],
    issue: [
      'Um ônibus noturno para {p}',
      'Uma passarela em {p}',
      'A biblioteca de {p} fica aberta',
      'Árvores na rua {p}',
      'Um parque infantil em {p}',
    ],
    we: ['Coalizão {p}', 'Fórum de {p}', 'Juntos por {p}', 'Mesa de {p}'],
    goal: ['Um sim na primavera', 'Assinado antes do verão', 'Aberto em um ano'],
  },
  sectors:
    listed(`Saúde, Educação, Mídia, Juventude, Cultura, Esporte, Agricultura, Transporte, Moradia, Comércio, Ciência, Direito,
    Sindicatos, Empresas, Meio ambiente, Arte, Governo local, Comunidade, Turismo, Energia, Alimentação, Religião`),
  resources:
    listed(`Dinheiro, Voluntários, Furgões, Um salão, Sala de reuniões, Gráfica, Assessoria jurídica, Pesquisa, Contatos,
    Ferramentas, Tradução, Creche, Cozinha, Música, Desenho, Formação, Espaço, Tempo, Fotografias, Experiência`),
  tags: listed(
    'juventude, imprensa, rural, urbano, idosos, mulheres, novo, local, regional, rio, norte, sul, leste, oeste, semanal',
  ),
  ties: listed(
    'conhece, aconselha, empresta a, divide sala com, compra de, ensina, aluga a, canta com, acolhe, ajuda, escreve a',
  ),
  segments: [
    'Aliados ativos',
    'Aliados passivos',
    'Neutros',
    'Oponentes passivos',
    'Oponentes ativos',
  ],
  copy: 'Cópia didática: {x}',
  syllables: listed(
    'ba, be, ca, cor, da, del, lo, lu, ma, mar, na, pa, ra, ri, ro, sa, sol, ta, va, ver, vi',
  ),
}
