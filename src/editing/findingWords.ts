import type { Finding } from '../analysis/findings.ts'
import type { Subject } from '../audience/subject.ts'
import { t } from '../i18n/i18n.ts'
import { type InsightGroup, type InsightLine, lineOf, showingOf, tiesAmong } from './insightLine.ts'
import { sentence, together } from './insightSentence.ts'
import '../i18n/parts/insights.ts'

type Found<K extends Finding['kind']> = Extract<Finding, { readonly kind: K }>

const HEADINGS = {
  reach: () => ({ heading: t('finding.reach'), why: t('finding.reach.why') }),
  bridge: () => ({ heading: t('finding.bridge'), why: t('finding.bridge.why') }),
  between: () => ({ heading: t('finding.between'), why: t('finding.between.why') }),
  incoming: () => ({ heading: t('finding.incoming'), why: t('finding.incoming.why') }),
  'listened to': () => ({ heading: t('finding.listened'), why: t('finding.listened.why') }),
  groups: () => ({ heading: t('finding.groups'), why: t('finding.groups.why') }),
  unconnected: () => ({ heading: t('finding.unconnected'), why: t('finding.unconnected.why') }),
  dependence: () => ({ heading: t('finding.dependence'), why: t('finding.dependence.why') }),
} as const satisfies Record<Finding['kind'], () => { heading: string; why: string }>

/** What the network tells, as sentences under headings; the findings must come from the subject's view. */
export function findingGroups(findings: readonly Finding[], subject: Subject): InsightGroup[] {
  const lines = new Map<Finding['kind'], InsightLine[]>()
  for (const finding of findings) {
    lines.set(finding.kind, [...(lines.get(finding.kind) ?? []), ...findingLines(finding, subject)])
  }
  return Array.from(lines, ([kind, ofKind]) => ({
    kind,
    ...HEADINGS[kind](),
    lines: ofKind.map((line) => ({ ...line, about: `${OF_FINDING}${line.about}` })),
  }))
}

const OF_FINDING = 'finding: '
export const isOfFinding = (about: string): boolean => about.startsWith(OF_FINDING)

function findingLines(finding: Finding, subject: Subject): InsightLine[] {
  switch (finding.kind) {
    case 'reach':
      return reachLines(finding, subject)
    case 'bridge':
      return [bridgeLine(finding, subject)]
    case 'between':
      return betweenLines(finding, subject)
    case 'incoming':
      return rankedLines(
        'finding.incoming.line',
        finding.ranked.map(({ key, from, ties }) => ({ key, others: from, ties })),
        subject,
      )
    case 'listened to':
      return rankedLines(
        'finding.listened.line',
        finding.ranked.map(({ key, by, ties }) => ({ key, others: by, ties })),
        subject,
      )
    case 'groups':
      return groupLines(finding, subject)
    case 'unconnected':
      return [unconnectedLine(finding, subject)]
    case 'dependence':
      return [dependenceLine(finding, subject)]
  }
}

/** One step, two steps and nowhere are three things to know, each with its own picture. */
function reachLines({ direct, second, beyond, ties }: Found<'reach'>, subject: Subject) {
  const members = subject.view.stakeholders.flatMap(({ key, role }) =>
    role === 'member' ? [key] : [],
  )
  const first = new Set([...members, ...direct])
  const among = new Set(tiesAmong(subject, first))
  const line = (
    part: 'direct' | 'second' | 'beyond',
    who: readonly string[],
    shown: ReadonlySet<string>,
    shownTies: readonly string[],
  ) =>
    lineOf(
      `reach ${part}`,
      sentence(subject, `finding.reach.${part}`, { who: { names: who } }, { count: who.length }),
      showingOf(subject, { stakeholders: shown, ties: shownTies }),
    )
  const lines: InsightLine[] = []
  if (direct.length > 0) {
    const between = ties.filter((key) => among.has(key))
    lines.push(line('direct', direct, first, between))
  }
  if (second.length > 0) lines.push(line('second', second, new Set([...first, ...second]), ties))
  if (beyond.length > 0) lines.push(line('beyond', beyond, new Set(beyond), []))
  return lines
}

/** The largest part is "the rest": whoever is in a smaller one is cut off from it. */
function bridgeLine({ stakeholder, parts }: Found<'bridge'>, subject: Subject): InsightLine {
  const smaller = parts.slice(1)
  const cutOff = smaller.flat()
  const shown = new Set([stakeholder, ...cutOff])
  return lineOf(
    `bridge ${subject.idOf(stakeholder)}`,
    sentence(subject, 'finding.bridge.line', {
      bridge: { names: [stakeholder] },
      who: { names: cutOff },
    }),
    showingOf(subject, {
      stakeholders: shown,
      ties: tiesAmong(subject, shown),
      groups: smaller.filter((part) => part.length > 1),
    }),
  )
}

function betweenLines({ ranked }: Found<'between'>, subject: Subject): InsightLine[] {
  const [first, ...others] = ranked.map(({ key }) => key)
  if (!first) return []
  return [
    lineOf(
      'between',
      withRunnersUp(
        subject,
        sentence(subject, 'finding.between.line', { who: { names: [first] } }),
        others,
      ),
      showingOf(subject, { stakeholders: [first, ...others] }),
    ),
  ]
}

interface Ranked {
  readonly key: string
  readonly others: readonly string[]
  readonly ties: readonly string[]
}

function rankedLines(
  message: 'finding.incoming.line' | 'finding.listened.line',
  ranked: readonly Ranked[],
  subject: Subject,
): InsightLine[] {
  const [first, ...others] = ranked
  if (!first) return []
  const top = sentence(subject, message, {
    who: { names: [first.key] },
    others: { names: first.others },
  })
  const runnersUp = others.map(({ key }) => key)
  return [
    lineOf(
      message,
      withRunnersUp(subject, top, runnersUp),
      showingOf(subject, {
        stakeholders: [first.key, ...first.others, ...runnersUp],
        ties: first.ties,
      }),
    ),
  ]
}

const withRunnersUp = (
  subject: Subject,
  top: InsightLine['sentence'],
  runnersUp: readonly string[],
) =>
  runnersUp.length === 0
    ? top
    : together([
        top,
        sentence(
          subject,
          'finding.after',
          { who: { names: runnersUp } },
          { count: runnersUp.length },
        ),
      ])

/** All groups at once, then each by itself. */
function groupLines({ groups }: Found<'groups'>, subject: Subject): InsightLine[] {
  return [
    lineOf(
      'groups',
      sentence(subject, 'finding.groups.all', {}, { count: groups.length }),
      showingOf(subject, { stakeholders: groups.flat(), groups }),
    ),
    ...groups.map((group, index) =>
      lineOf(
        `group ${subject.idOf(group[0] ?? '')}`,
        sentence(subject, 'finding.groups.line', { who: { names: group } }, { number: index + 1 }),
        showingOf(subject, {
          stakeholders: group,
          ties: tiesAmong(subject, new Set(group)),
          groups: [group],
        }),
      ),
    ),
  ]
}

const unconnectedLine = ({ stakeholders }: Found<'unconnected'>, subject: Subject): InsightLine =>
  lineOf(
    'unconnected',
    sentence(
      subject,
      'finding.unconnected.line',
      { who: { names: stakeholders } },
      { count: stakeholders.length },
    ),
    showingOf(subject, { stakeholders }),
  )

const dependenceLine = (
  { funder, members, of, ties }: Found<'dependence'>,
  subject: Subject,
): InsightLine =>
  lineOf(
    `dependence ${subject.idOf(funder)}`,
    sentence(
      subject,
      'finding.dependence.line',
      { funder: { names: [funder] }, who: { names: members } },
      { count: members.length, of },
    ),
    showingOf(subject, { stakeholders: [funder, ...members], ties }),
  )
