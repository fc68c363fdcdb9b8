import { loadSetter } from '../../../../src/files/setting/loadSetter.ts'
import type { SetLine, TextSetter } from '../../../../src/files/setting/textSetter.ts'

/** With every font that there is. */
export const wholeSetter = (): Promise<TextSetter> => loadSetter('Aĉạ Жқ Ωἀ ع ɓ')

export interface LineHow {
  readonly rtl?: boolean
  readonly weight?: 400 | 700
  readonly size?: number
}

/** A line of one weight. */
export const lineOf = (
  setter: TextSetter,
  text: string,
  { rtl = false, weight = 400, size = 20 }: LineHow = {},
): SetLine => setter.set({ runs: [{ text, weight }], size, rtl })

/** The letters of a line's pieces from left to right. */
export const seen = ({ pieces }: SetLine): string => pieces.map(({ letters }) => letters).join('')

/** Which glyphs of which fonts it is drawn with. */
export const drawnWith = ({ pieces }: SetLine): readonly string[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'box' ? ['box'] : piece.parts.map(({ id }) => `${piece.font.name} ${id}`),
  )
