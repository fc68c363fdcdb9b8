import { fail, ok, type Result } from '../../domain/result.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { FileProblem } from '../problem.ts'
import { scanXml, XmlTag } from './xml.ts'

/** An element with what it holds. */
export class XmlElement {
  readonly tag: XmlTag
  readonly children: XmlElement[] = []
  /** What stands between its tags, without what its children hold. */
  text = ''

  constructor(tag: XmlTag) {
    this.tag = tag
  }

  get name(): string {
    return this.tag.name
  }

  get line(): number {
    return this.tag.line
  }

  /** An attribute's text; empty when there is none. */
  get(name: string): string {
    return this.tag.get(name)
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name)
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name)
  }
}

/**
 * An XML text as a tree. Problems: `too large`, those of `scanXml`, and `unknown format` when the outermost
 * element isn't called `root`.
 */
export function readXmlTree(source: string, root: string): Result<XmlElement, FileProblem> {
  if (source.length > LIMITS.jsonFile) {
    return fail({ code: 'too large', value: String(source.length), limit: LIMITS.jsonFile })
  }
  const top = new XmlElement(new XmlTag('', 0, {}))
  const open = [top]
  const problem = scanXml(source, {
    open(tag) {
      const element = new XmlElement(tag)
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close(_, text) {
      const closed = open.pop()
      if (closed) closed.text = text
    },
  })
  if (problem) return fail(problem)
  const found = top.child(root)
  return found ? ok(found) : fail({ code: 'unknown format' })
}

/** As many fields as a table may have: more would be looked through for every node. */
export const MOST_DECLARED = 200

/** Enough for any header, also one that hides the outermost element behind a document type. */
const SNIFFED = 100_000

/** Whether a text looks like XML with an outermost element of that name. */
export const looksLikeXml = (text: string, root: string): boolean =>
  /^\ufeff?\s*</u.test(text) &&
  new RegExp(`<(?:[\\w.-]+:)?${root}[\\s/>]`, 'u').test(text.slice(0, SNIFFED))
