import type { MapDoc } from '../../domain/records.ts'
import type { Orientation, Sheet } from '../../drawing/sheet.ts'
import type { NamedPicture } from '../export/makeFiles.ts'

/** Pages on their way to paper. */
export interface PaperPages {
  readonly pictures: readonly NamedPicture[]
  readonly sheet: Sheet
  readonly orientation: Orientation
}

let asked: { readonly doc: MapDoc; readonly pages: PaperPages } | null = null

/** What somebody asked to have printed of this very map; null when the browser's own command prints. */
export const askedPages = (doc: MapDoc): PaperPages | null =>
  asked?.doc === doc ? asked.pages : null

/** Not every browser says that it has printed: whoever asked takes it back in the end. */
export function forgetAskedPages(): void {
  asked = null
}

/** Prints these pages instead of what the browser's own command would, this once. */
export function printPages(doc: MapDoc, pages: PaperPages): void {
  asked = { doc, pages }
  addEventListener('afterprint', forgetAskedPages, { once: true })
  print()
}
