/** A file that somebody could be given to import, by mistake or with intent. */
export interface HostileFile {
  /** What is wrong with it; no two have the same words. */
  readonly what: string
  readonly name: string
  readonly content: Buffer
}

/** A whole and harmless file of a format, to be broken in many ways. */
export interface Specimen {
  readonly format: string
  readonly name: string
  readonly content: Buffer
  /** Packed files are broken as bytes only. */
  readonly isText: boolean
}

/** Calls what the tests put on the page; nothing may ever run it. */
const CANARY = 'canary()'

/** Texts that become script, markup or a formula where they are let. */
export const PAYLOADS: readonly string[] = [
  `<img src=x onerror=${CANARY}>`,
  `<svg/onload=${CANARY}>`,
  `</script><script>${CANARY}</script>`,
  `javascript:${CANARY}`,
  `"><iframe srcdoc='<script>parent.${CANARY}</script>'>`,
  `\${${CANARY}}`,
  `{{constructor.constructor('${CANARY}')()}}`,
  `=HYPERLINK("javascript:${CANARY}")`,
  `' onfocus=${CANARY} autofocus='`,
  `data:text/html,<script>opener.${CANARY}</script>`,
]
