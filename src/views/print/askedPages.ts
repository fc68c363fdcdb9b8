import type { Picture } from '../../drawing/picture.ts'
import type { Orientation, Sheet } from '../../drawing/sheet.ts'

/** Pages on their way to paper. */
export interface PaperPages {
  readonly pictures: readonly Picture[]
  readonly sheet: Sheet
  readonly orientation: Orientation
}

let asked: PaperPages | null = null

/** What somebody asked to have printed; null when the browser's own command prints. */
export const askedPages = (): PaperPages | null => asked

/** Prints these pages instead of what the browser's own command would, this once. */
export function printPages(
  pages: readonly { readonly picture: Picture }[],
  { sheet, orientation }: Omit<PaperPages, 'pictures'>,
): void {
  asked = { pictures: pages.map(({ picture }) => picture), sheet, orientation }
  addEventListener('afterprint', () => (asked = null), { once: true })
  print()
}
