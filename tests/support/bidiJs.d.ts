/** The part of the package that tests compare ours with; it brings no types. */
declare module 'bidi-js' {
  interface Bidi {
    getEmbeddingLevels(
      text: string,
      direction?: 'ltr' | 'rtl',
    ): { readonly levels: Uint8Array; readonly paragraphs: readonly object[] }
    getReorderedIndices(
      text: string,
      levels: { readonly levels: Uint8Array },
      start?: number,
      end?: number,
    ): number[]
    getBidiCharTypeName(char: string): string
  }
  export default function bidiFactory(): Bidi
}
