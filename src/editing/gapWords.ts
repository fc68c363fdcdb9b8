import type { Gap } from '../analysis/gaps.ts'
import type { Subject } from '../audience/subject.ts'
import { t } from '../i18n/i18n.ts'
import { segmentName } from '../i18n/terms.ts'
import { type InsightGroup, type InsightLine, lineOf, showingOf } from './insightLine.ts'
import { sentence, type Sentence, together } from './insightSentence.ts'
import '../i18n/parts/insights.ts'

type Found<K extends Gap['kind']> = Extract<Gap, { readonly kind: K }>

/** What belongs under one heading, in the order in which it is worth talking about. */
const PARTS = [
  ['needs', ['need nobody meets']],
  ['sectors', ['sector without active ally']],
  ['segments', ['empty segment']],
  ['names', ['vague name']],
  ['ties', ['no tie']],
  ['offers', ['unused offer']],
] as const satisfies readonly (readonly [string, readonly Gap['kind'][]])[]

/** What is missing, as sentences under headings; the gaps must come from the subject's view. */
export function gapGroups(gaps: readonly Gap[], subject: Subject): InsightGroup[] {
  return PARTS.flatMap(([part, kinds]) => {
    const ofPart = gaps.filter(({ kind }) => kinds.some((one) => one === kind))
    if (ofPart.length === 0) return []
    const lines =
      part === 'segments'
        ? [emptySegmentsLine(ofPart, subject)]
        : ofPart.flatMap((gap) => gapLines(gap, subject))
    return [
      {
        kind: part,
        heading: t(`gap.${part}`),
        why: t(`gap.${part}.why`),
        lines: lines.map((line) => ({ ...line, about: `${OF_GAP}${line.about}` })),
      },
    ]
  })
}

const OF_GAP = 'gap: '
export const isOfGap = (about: string): boolean => about.startsWith(OF_GAP)

function gapLines(gap: Gap, subject: Subject): InsightLine[] {
  switch (gap.kind) {
    case 'need nobody meets':
      return [needLine(gap, subject)]
    case 'sector without active ally':
      return [sectorLine(gap, subject)]
    case 'vague name':
      return gap.stakeholders.map((key) => vagueLine(key, subject))
    case 'no tie':
      return [noTieLine(gap, subject)]
    case 'unused offer':
      return [unusedLine(gap, subject)]
    case 'empty segment':
      return [emptySegmentsLine([gap], subject)]
  }
}

function needLine(
  { resource, neededBy, couldOffer }: Found<'need nobody meets'>,
  subject: Subject,
): InsightLine {
  const needed = sentence(subject, 'gap.needs.line', {
    resource: { words: [resource] },
    who: { names: neededBy },
  })
  return lineOf(
    `need ${resource}`,
    withHelp(needed, 'gap.needs.could', couldOffer, subject),
    showingOf(subject, { stakeholders: [...neededBy, ...couldOffer] }),
  )
}

function sectorLine(
  { sector, stakeholders, nearest }: Found<'sector without active ally'>,
  subject: Subject,
): InsightLine {
  const missing = sentence(subject, 'gap.sectors.line', { sector: { words: [sector] } })
  return lineOf(
    `sector ${sector}`,
    nearest.length > 0
      ? withHelp(missing, 'gap.sectors.nearest', nearest, subject)
      : withHelp(missing, 'gap.sectors.far', stakeholders, subject),
    showingOf(subject, { stakeholders }),
  )
}

function withHelp(
  missing: Sentence,
  message: 'gap.needs.could' | 'gap.sectors.nearest' | 'gap.sectors.far',
  who: readonly string[],
  subject: Subject,
): Sentence {
  if (who.length === 0) return missing
  const slots = { who: { names: who, withStance: true } }
  return together([missing, sentence(subject, message, slots, { count: who.length })])
}

/** One sentence for all of them: a map that has just begun has little but empty segments. */
function emptySegmentsLine(gaps: readonly Gap[], subject: Subject): InsightLine {
  const names = gaps.flatMap((gap) =>
    gap.kind === 'empty segment' ? [segmentName(gap.segment, subject.view.info.segmentNames)] : [],
  )
  return lineOf(
    'segments',
    sentence(subject, 'gap.segments.line', { segments: { words: names } }),
    null,
  )
}

function vagueLine(key: string, subject: Subject): InsightLine {
  const id = subject.idOf(key)
  const line = lineOf(
    `vague ${id}`,
    sentence(subject, 'gap.names.line', { who: { names: [key] } }),
    showingOf(subject, { stakeholders: [key] }),
  )
  return id ? { ...line, vague: id } : line
}

const noTieLine = ({ stakeholders }: Found<'no tie'>, subject: Subject): InsightLine =>
  lineOf(
    'no tie',
    sentence(
      subject,
      'gap.ties.line',
      { who: { names: stakeholders } },
      { count: stakeholders.length },
    ),
    showingOf(subject, { stakeholders }),
  )

const unusedLine = (
  { resource, offeredBy }: Found<'unused offer'>,
  subject: Subject,
): InsightLine =>
  lineOf(
    `offer ${resource}`,
    sentence(subject, 'gap.offers.line', {
      resource: { words: [resource] },
      who: { names: offeredBy },
    }),
    showingOf(subject, { stakeholders: offeredBy }),
  )
