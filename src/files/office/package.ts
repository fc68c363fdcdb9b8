import { xmlDocument, type XmlNode } from '../network/xmlWrite.ts'
import { zipOf } from '../zip.ts'

/** What a part refers to. */
export interface OfficeRelation {
  readonly id: string
  /** The last word of the relation's type, such as `slide`. */
  readonly type: string
  /** The part's path, seen from the folder of the one that refers to it. */
  readonly target: string
}

export interface OfficePart {
  /** Its path in the package, such as `xl/workbook.xml`. */
  readonly name: string
  readonly contentType: string
  readonly content: XmlNode
  readonly relations?: readonly OfficeRelation[]
}

/** The namespace of relations between parts: `r:id` and the like. */
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/**
 * An Office document (ECMA-376 part 2, Open Packaging Conventions), the first part being the document itself.
 * There are no properties: they are optional (11.1), and would name programs, people and times. The same parts give
 * the same bytes.
 */
export function officePackage(parts: readonly OfficePart[]): Uint8Array<ArrayBuffer> {
  const document = parts[0]?.name ?? ''
  return zipOf([
    { name: '[Content_Types].xml', content: xmlDocument(contentTypes(parts)) },
    {
      name: '_rels/.rels',
      content: xmlDocument(
        relationships([{ id: 'rId1', type: 'officeDocument', target: document }]),
      ),
    },
    ...parts.flatMap(({ name, content, relations }) => [
      { name, content: xmlDocument(content) },
      ...(relations
        ? [{ name: relationsOf(name), content: xmlDocument(relationships(relations)) }]
        : []),
    ]),
  ])
}

const relationsOf = (name: string): string => name.replace(/([^/]+)$/u, '_rels/$1.rels')

const contentTypes = (parts: readonly OfficePart[]): XmlNode => ({
  name: 'Types',
  attributes: { xmlns: `${PACKAGE}/content-types` },
  content: [
    {
      name: 'Default',
      attributes: {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      },
    },
    { name: 'Default', attributes: { Extension: 'xml', ContentType: 'application/xml' } },
    ...parts.map(({ name, contentType }) => ({
      name: 'Override',
      attributes: { PartName: `/${name}`, ContentType: contentType },
    })),
  ],
})

const relationships = (targets: readonly OfficeRelation[]): XmlNode => ({
  name: 'Relationships',
  attributes: { xmlns: `${PACKAGE}/relationships` },
  content: targets.map(({ id, type, target }) => ({
    name: 'Relationship',
    attributes: { Id: id, Type: `${RELATIONS}/${type}`, Target: target },
  })),
})
