import { describe, expect, it } from 'vitest'
import { fontCssFor } from '../../../src/drawing/embeddedFonts.ts'

const faces = (css: string) => css.split('@font-face').length - 1

describe('fonts that travel inside a picture', () => {
  it('are only those whose scripts the picture uses', async () => {
    expect(faces(await fontCssFor('Nurses’ union'))).toBe(1)
    expect(faces(await fontCssFor('Łódź'))).toBe(2)
    expect(faces(await fontCssFor('Nurses جمعية Федерация Ελλάδα'))).toBe(4)
    expect(await fontCssFor('جمعية')).toContain("'Noto Sans Arabic Variable'")
  })

  it('are inside, not linked', async () => {
    const css = await fontCssFor('Nurses')
    expect(css).toMatch(/src:url\(data:font\/woff2;base64,[A-Za-z0-9+/=]{1000,}\)/u)
    expect(css).not.toMatch(/url\((?!data:)/u)
  })
})
