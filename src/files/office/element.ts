import type { XmlNode } from '../network/xmlWrite.ts'

/** An element with elements in it; what is undefined among its attributes is left out. */
export const element = (
  name: string,
  attributes: NonNullable<XmlNode['attributes']> = {},
  ...content: readonly XmlNode[]
): XmlNode => ({ name, attributes, content })
