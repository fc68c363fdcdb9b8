// Written by scripts/measure-fonts.mjs; not to be edited by hand.

/** Advance widths of consecutive characters in 1/1000 em, two base-36 digits each; zz = not in the font. */
export interface WidthBlock {
  readonly from: number
  /** At weight 400 and at weight 700. */
  readonly alone: readonly [string, string]
  /** Arabic letters when joined to the letter before, to the one after, to both. */
  readonly final?: readonly [string, string]
  readonly initial?: readonly [string, string]
  readonly medial?: readonly [string, string]
}

export const WIDTH_BLOCKS: readonly WidthBlock[] = [
  {
    from: 0x20,
    alone: [
      '7s7y8di3ggpjkb4g8b8bdhgu5ua25uari0bbf8g0h2gcgme6h3gj5u5ufdhgfddclmheh1hxilftfcjajaawe8hjf1mwj9juggk4h2ggfij6ghnshbfzgv8tar9kfcac6relfqdhfoey8qfifa706tdo7anhfaf8fqfy9pd392f0ctj0ddchcs9k6l9kff',
      '8p8faul9gyqxk55u9b9bdhgj7jad7kc8ibc8g3gohcgwheexhcfv7k7kfth0ftf7lpiuhviaj5glfqjyjhbtfligfcnujxkrhhl1i2gygvj2hwomj1i2h69gc89kg6b480fcgke6gkfna5ghfv8c77ff8uoifvg0gkgnage4agfreqkkf0ehe2al72alex',
    ],
  },
  {
    from: 0xa0,
    alone: [
      '7s7ydhgyg4fz6leoa8m6abfmgq00m69w9sg3aman6rzze56o7d74akfmmomso3ciheheheheheheorhxftftftftawawawawj5j9jujujujujuesjuj6j6j6j6fzggg6elelelelelelo2dheyeyeyey7070707efpfaf8f8f8f8f8guf8f0f0f0f0chfqchheelheelheelhxdhzzzzhxdhhxdhilhmj5fofteyzzzzfteyfteyfteyzzzzjafijafijafizzzzjafaaw70aw70zzzzaw70aw70p4dtzzzzhjdozzf17af17af18tzzzzfv88j9faj9faj9fazzzzzzjuf8zzzzjuf8rypoh29pzzzzh29pggd3zzzzggd3ggd3fi92fi92zzzzj6f0j6f0zzzzj6f0j6f0j6f0nsj0fzchfzgvcsgvcsgvcszz',
      '8p8fe6hmghi272ffc0m6avi1h300m6anaygzb6bb80zzeh868a7wb7i1ninpplemiuiuiuiuiuiuquiaglglglglbtbtbtbtjpjxkrkrkrkrkrewkrj2j2j2j2i2hhh9fcfcfcfcfcfcoee6fnfnfnfn8c8c8c8qgcfvg0g0g0g0g0gjg0frfrfrfrehgkehiufciufciufciae6zzzziae6iae6j5jajpgkglfnzzzzglfnglfnglfnzzzzjyghjyghjyghzzzzjhfvbt8cbt8czzzzbt8cbt8crdfjzzzzigffzzfc8ufc8ufca5zzzzg69ojxfvjxfvjxfvzzzzzzkrg0zzzzkrg0sgq0i2agzzzzi2aggye4zzzzgye4gye4gvaggvagzzzzj2frj2frzzzzj2frj2frj2fromkki2ehi2h6e2h6e2h6e2zz',
    ],
  },
  {
    from: 0x2010,
    alone: [
      'zzzzzze0mwzzzzzz6k6k6kzzb3b3b3zzf1zzc6zzdwewim7g7s7s00000000003wzzzzzzzzzzzzzzgqb39t9t',
      'zzzzzzdxn4zzzzzz7h7h7hzzdbdbdbzzg6zzc6zzdwewlp7g8p8p00000000004czzzzzzzzzzzzzzgqb3ayay',
    ],
  },
  {
    from: 0x20ac,
    alone: ['ig', 'iu'],
  },
  {
    from: 0x384,
    alone: [
      '6ii0jo7gk0p5ejgoovgolond98hri2dvhrfgfwkllp9fh7gxp7l4hclpkbgtgofwfgfqnfgamtjx9ffqhbd2gw98gmhbh1ecgcd2csgwgi98euefheecdmgti5godjh2dmgmk5giktm798gmgtgmm7',
      '82lym47tlsrhhtgdqygdowq1b5j8ihepinfkg3l9lzaticikq8mdhelzkzh9gdg3g1hep4imogl1athei8e2hvb5hpi8hjfngxe0dhhvh2b5h8fyiofnelhdkoh6e9i7f5hpmmhan4o3b5hphdhpob',
    ],
  },
  {
    from: 0x400,
    alone: [
      'fgfgjwe5hrf97w7w7ls2sjjvhdl0h4kbhqh2i2e5k9fgp5g1l0l0hdjep7knl5kdgthsfgh4mpgckkipsrsij1nlgvhzrrhqfgglfoc6gvfbl3dkh9h9ergblch2gigugwdpcxe5khe7h0gdouoxhbl3f5dqm7g1fbfbh7c6dpd0767676nvoqh9erh9e5gu',
      'flfll9fni3f78z9797sqtjlmj0lzhxlaj8i1iefnlkflrpghlzlzj9kdq7lelll6hbhxg1hxp2ijlkjztntukypkhxi8s9ixgkhcgkd7hpg8o2ebiqiqh4hbn9i8h9i2hneke1fvmig1i2hpqhqiinnqgfeknngtg8g8i5dcekdu8k8b8aoxpqi5h4iqfvi2',
    ],
  },
  {
    from: 0x490,
    alone: ['esc4', 'g2e8'],
  },
  {
    from: 0x60c,
    alone: [
      '94a5p4eh00000000000000000000009k00gs81c2l4bf6j6jcf6jl46mrlb9rlrlhrhrhrd9d9a7a7xlxlzuzulwlwe3e3ododl4l4l47irblioijbdgj1iocfl4l4',
      '8za5r5h800000000000000000000009g00g381e8mtd27j7jdu7jmt7lsgd3sgsgj3j3j3ededbdbdzuzuzuzungngfufup9p9mtmtmt81sgn4pvklf8kllfdumtmt',
    ],
    final: [
      '94a5p4eh00000000000000000000009k00gs81c2kgbf8181d481kg83uddiududi1i1i1esesb0b0z9z9zuzun3n3ererr3r3kgkgkg7iuimgpmkafmkadid4kgkg',
      '8za5r5h800000000000000000000009g00g381e8m8d28s8sek8sm88uvqfgvqvqkjkjkjfvfvcicizuzuzuzunxnxfufuqgqgm8m8m881uznrr2lzidmdfgekm8m8',
    ],
    initial: [
      '94a5p4eh00000000000000000000009k00gs81c27hbf6j6jcf6j7h6m7hb98b8bgdgdgdd9d9a7a7lslsp3p3ititdzdzbgbg8b8b8b7icfcfbg78el7hfycf7h8b',
      '8za5r5h800000000000000000000009g00g381e88td27j7jdu7j8t7l8td39z9zhhhhhhededbdbdqeqer2r2khkhfhfhcmcm9z9z9z81e1e1cm89g68thtdu8t9z',
    ],
    medial: [
      '94a5p4eh5k5k5k5k5k5k5k5k5k5k5k9k5kgs81c29jbf8181d4819j839jdiadadhphphpesesb0b0nmnmqdqdjqjqehehe4e4adadad7idrdre48cg29je3d49jad',
      '8za5r5h86e6e6e6e6e6e6e6e6e6e6e9g6eg381e8aod28s8sek8sao8uaofgbdbdi6i6i6fvfvcicisbsbrwrwl6l6fcfce4e4bdbdbd81epepe49khcaofvekaobd',
    ],
  },
  {
    from: 0x660,
    alone: [
      'fwfwfwfwfwfwfwfwfwfwd56t6tdurlli006j6j6jbfi1nunuwjrlrlrlrlrlrlrlrlhrhribhrhribibd9d9d9d9d9d9d9d9d9a7a7a7a7a7a7a7a7a7xlxlxlzuzulwe3rbrbrbrbrbrbliliodsaodoioioiododododododjbjbjbjbj1j1j1j1j1ioibb9b9b9b9cfcfcfcfcfcfcfcfl4l4l4cfl4l4q6q68bb9',
      'fwfwfwfwfwfwfwfwfwfwf17j7jdusgn4007j7j7jd2knqwqwzusgsgsgsgsgsgsgsgj3j3j3j3j3j3j3edededededededededbdbdbdbdbdbdbdbdbdzuzuzuzuzungfusgsgsgsgsgsgn4n4p9sqp9pvpvpvp9p9p9p9p9p9klklklklklklklklkllfj3d3d3d3d3dudududududududumtmtmtdumtmtq6q691d3',
    ],
    final: [
      'fwfwfwfwfwfwfwfwfwfwd56t6tduudmg00818181bfjiojojvvududududududududi1i1jzi1i1jzjzesesesesesesesesesb0b0b0b0b0b0b0b0b0z9z9z9zuzun3eruiuiuiuiuiuimgmgr3ubr3pmpmpmr3r3r3r3r3r3kakakakakakakakakah2jzdidbdbdbd4d4d4d4d4d4d4d4kgkgkgd4kgkgf9f98bdi',
      'fwfwfwfwfwfwfwfwfwfwf17j7jduvqnr008s8s8sd2lwrmrmzavqvqvqvqvqvqvqvqkjkjl3kjkjl3l3fvfvfvfvfvfvfvfvfvcicicicicicicicicizuzuzuzuzunxfuuzuzuzuzuzuznrnrqgv6qgr2r2r2qgqgqgqgqgqglzlzlzlzmdmdmdmdmdj1l3fggagagaekekekekekekekekm8m8m8ekm8m8flfl91fg',
    ],
    initial: [
      'fwfwfwfwfwfwfwfwfwfwd56t6tdu7hcf006j6j6jbfi1nunuiw8b7h7h8b8b8b8b8bgdgdgdgdgdgdgdd9d9d9d9d9d9d9d9d9a7a7a7a7a7a7a7a7a7lslslsp3p3itdzcfcfcfcfcfcfcfcfbgl7bgbgbgbgbgbgbgbgbgbg787878787h7h8b7h8bfygdb97h7hb9cfcfcfcfcfcfcfcf8bl48bcf7h8bq6q68bb9',
      'fwfwfwfwfwfwfwfwfwfwf17j7jdu8te1007j7j7jd2knqwqwlv9z8t8t9z9z9z9z9zhhhhhhhhhhhhhhedededededededededbdbdbdbdbdbdbdbdbdqeqeqer2r2khfhe1e1e1e1e1e1e1e1cmmlcmcmcmcmcmcmcmcmcmcm898989898t8t9z8t9zhthhd38t8td3dudududududududu9zmt9zdu8t9zq6q691d3',
    ],
    medial: [
      'fwfwfwfwfwfwfwfwfwfwd56t6tdu9jdr5k818181bfjiojojkyad9j9jadadadadadhphphphphphphpesesesesesesesesesb0b0b0b0b0b0b0b0b0nmnmnmqdqdjqehdrdrdrdrdrdrdrdre4nae4e4e4e4e4e4e4e4e4e48c8c8c8c9j9jad9jade3hpdic6c6dbd4d4d4d4d4d4d4d4adkgadd49jadf9f98bdi',
      'fwfwfwfwfwfwfwfwfwfwf17j7jduaoep6e8s8s8sd2lwrmrmnqbdaoaobdbdbdbdbdi6i6i6i6i6i6i6fvfvfvfvfvfvfvfvfvcicicicicicicicicisbsbsbrwrwl6fcepepepepepepepepe4p0e4e4e4e4e4e4e4e4e4e49k9k9k9kaoaobdaobdfvi6fgebebgaekekekekekekekekbdm8bdekaobdflfl91fg',
    ],
  },
]
