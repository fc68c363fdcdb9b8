import { POINTS_PER_UNIT } from '../../drawing/sheet.ts'
import type { PicturePage } from '../picture/marks.ts'
import type { TextSetter } from '../setting/textSetter.ts'
import { pageContent, pageStart, type Shared } from './pageContent.ts'
import {
  createPdfFile,
  hexText,
  type PdfFile,
  pdfNumber as n,
  type Ref,
  reference,
} from './pdfFile.ts'
import { createPdfFonts } from './pdfFonts.ts'

/** A PDF file, and which letters it shows as empty boxes, since no font of ours has them. */
export interface PdfPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly missing: readonly string[]
}

/**
 * Pages as a PDF 1.7 file of vectors and real text, tagged so that a reader aloud finds the lines and nothing else. The
 * same pages give the same bytes, and the file tells nothing but what is on them.
 */
export function pdfOf(pages: readonly PicturePage[], setter: TextSetter): PdfPicture {
  const file = createPdfFile()
  const catalogue = file.reserve()
  const tree = file.reserve()
  const resources = file.reserve()
  const fonts = createPdfFonts()
  const opacities = new Map<number, string>()
  const sheets: string[] = []
  const missing = new Set<string>()
  const shared: Shared = {
    setter,
    fonts,
    opacity(value) {
      const rounded = Math.round(value * 1000) / 1000
      const name = opacities.get(rounded) ?? `G${opacities.size + 1}`
      opacities.set(rounded, name)
      return name
    },
    sheet(content, { width, height }) {
      const ref = file.addStream(
        content,
        `/Type /XObject /Subtype /Form /BBox [0 0 ${n(width)} ${n(height)}] ` +
          `/Group << /S /Transparency >> /Resources ${reference(resources)}`,
      )
      return `S${sheets.push(reference(ref))}`
    },
    miss: (letters) => missing.add(letters),
  }
  const written = pages.map((page, i) => {
    const { content, lines } = pageContent(page, shared)
    const stream = file.addStream(`${pageStart(page)}\n${content}\n`)
    const ref = file.add(
      `<< /Type /Page /Parent ${reference(tree)} /MediaBox [0 0 ${n(page.width * POINTS_PER_UNIT)} ${n(page.height * POINTS_PER_UNIT)}] ` +
        `/Resources ${reference(resources)} /Contents ${reference(stream)} /StructParents ${i} /Tabs /S >>`,
    )
    return { ref, lines }
  })
  const states = Array.from(
    opacities,
    ([value, name]) => `/${name} << /ca ${n(value)} /CA ${n(value)} >>`,
  )
  const drawings = sheets.map((ref, i) => `/S${i + 1} ${ref}`)
  file.put(
    resources,
    `<< /Font << ${fonts.write(file)} >> /ExtGState << ${states.join(' ')} >> /XObject << ${drawings.join(' ')} >> >>`,
  )
  file.put(
    tree,
    `<< /Type /Pages /Count ${written.length} /Kids [${written.map(({ ref }) => reference(ref)).join(' ')}] >>`,
  )
  file.put(
    catalogue,
    `<< /Type /Catalog /Pages ${reference(tree)} /MarkInfo << /Marked true >> ` +
      `/StructTreeRoot ${reference(writeStructure(file, written))} >>`,
  )
  return { bytes: file.bytes(catalogue), missing: Array.from(missing) }
}

interface WrittenPage {
  readonly ref: Ref
  readonly lines: readonly (string | null)[]
}

/** What is read, in which order: a section a page, a paragraph a line. */
function writeStructure(file: PdfFile, pages: readonly WrittenPage[]): Ref {
  const [root, whole] = [file.reserve(), file.reserve()]
  const sections = pages.map(({ ref, lines }) => {
    const section = file.reserve()
    const paragraphs = lines.map((text, line) => {
      const read = text === null ? '' : ` /ActualText ${hexText(text)}`
      return file.add(
        `<< /Type /StructElem /S /P /P ${reference(section)} /Pg ${reference(ref)} /K ${line}${read} >>`,
      )
    })
    file.put(
      section,
      `<< /Type /StructElem /S /Sect /P ${reference(whole)} /K [${paragraphs.map(reference).join(' ')}] >>`,
    )
    return { section, paragraphs }
  })
  file.put(
    whole,
    `<< /Type /StructElem /S /Document /P ${reference(root)} /K [${sections.map(({ section }) => reference(section)).join(' ')}] >>`,
  )
  const parents = sections.map(
    ({ paragraphs }, i) => `${i} [${paragraphs.map(reference).join(' ')}]`,
  )
  file.put(
    root,
    `<< /Type /StructTreeRoot /K ${reference(whole)} /ParentTree << /Nums [${parents.join(' ')}] >> /ParentTreeNextKey ${pages.length} >>`,
  )
  return root
}
