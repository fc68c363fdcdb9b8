/** An element to be written; what is undefined is left out. */
export interface XmlNode {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number | undefined>>
  readonly content?: string | readonly XmlNode[]
}

/** A whole document in UTF-8, indented by two spaces. */
export const xmlDocument = (root: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`

function linesOf({ name, attributes = {}, content = [] }: XmlNode, indent: string): string[] {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('')
  const start = `${indent}<${name}${given}`
  if (typeof content === 'string') return [`${start}>${xmlText(content)}</${name}>`]
  if (content.length === 0) return [`${start}/>`]
  const inner = content.flatMap((child) => linesOf(child, `${indent}  `))
  return [`${start}>`, ...inner, `${indent}</${name}>`]
}

// Characters that XML 1.0 has no way to write, not even by number.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // By number, or a reader would make spaces of them in an attribute.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
])

/** A text as it may stand in an element or in an attribute. */
const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/gu, (char) => ESCAPES.get(char) ?? char)
