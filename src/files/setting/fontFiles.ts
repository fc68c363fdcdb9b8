import type { Weight } from '../../drawing/measure.ts'

type Address = Promise<{ readonly default: string }>

/** A part of a family at both weights, made by `scripts/setting-fonts.mjs`. */
interface FontPart {
  /** PostScript names start with it. */
  readonly family: string
  /** Texts in which it may be needed. */
  readonly needed: RegExp
  /** The files as data: URLs, loaded only when asked for. */
  readonly load: Readonly<Record<Weight, () => Address>>
}

/** In the order in which a letter is looked for: as on the screen. */
export const FONT_PARTS: readonly FontPart[] = [
  {
    family: 'AtkinsonHyperlegibleNext',
    needed: /(?:)/u,
    load: {
      400: () => import('./fonts/latin-400.ttf?inline'),
      700: () => import('./fonts/latin-700.ttf?inline'),
    },
  },
  {
    family: 'AtkinsonHyperlegibleNext',
    needed: /[\u0100-\u02ff\u1e00-\u1eff\u20a0-\u20bf]|\p{M}/u,
    load: {
      400: () => import('./fonts/latin-ext-400.ttf?inline'),
      700: () => import('./fonts/latin-ext-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /\p{Script=Cyrillic}|\u2116/u,
    load: {
      400: () => import('./fonts/cyrillic-400.ttf?inline'),
      700: () => import('./fonts/cyrillic-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /[\u0460-\u052f]/u,
    load: {
      400: () => import('./fonts/cyrillic-ext-400.ttf?inline'),
      700: () => import('./fonts/cyrillic-ext-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /\p{Script=Greek}|\u00b5/u,
    load: {
      400: () => import('./fonts/greek-400.ttf?inline'),
      700: () => import('./fonts/greek-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /[\u1f00-\u1fff]/u,
    load: {
      400: () => import('./fonts/greek-ext-400.ttf?inline'),
      700: () => import('./fonts/greek-ext-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSansArabic',
    needed: /\p{Script_Extensions=Arabic}/u,
    load: {
      400: () => import('./fonts/arabic-400.ttf?inline'),
      700: () => import('./fonts/arabic-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /[\u0102\u0103\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u,
    load: {
      400: () => import('./fonts/vietnamese-400.ttf?inline'),
      700: () => import('./fonts/vietnamese-700.ttf?inline'),
    },
  },
  {
    family: 'NotoSans',
    needed: /[\u0108-\u02af\u1e00-\u1e9f]/u,
    load: {
      400: () => import('./fonts/more-latin-400.ttf?inline'),
      700: () => import('./fonts/more-latin-700.ttf?inline'),
    },
  },
]
