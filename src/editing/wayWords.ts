import type { Way, WaysResult, WayStep } from '../analysis/ways.ts'
import type { Subject } from '../audience/subject.ts'
import { t } from '../i18n/i18n.ts'
import { strengthName } from '../i18n/tieTerms.ts'
import { nameOf, sentence, type Sentence } from './insightSentence.ts'
import '../i18n/parts/insights.ts'

/**
 * What opens the door from one stakeholder to the next, said in the direction in which the way is walked:
 * "trusted by, strong". A door through trust always leads to who trusts, also where the trust is mutual.
 */
export const stepWords = (step: WayStep): string =>
  t('way.step', { tie: doorWords(step), strength: strengthName(step.strength) })

function doorWords({ kind, label, against }: WayStep): string {
  switch (kind) {
    case 'trusts':
      return t('way.trustedBy')
    case 'works with':
      return t('way.worksWith')
    case 'influences':
      return t('way.influences')
    case 'funds':
      return t(against ? 'way.fundedBy' : 'way.funds')
    case 'reports to':
      return t(against ? 'way.reportedTo' : 'way.reportsTo')
    case 'opposes':
      return t('way.opposes')
    case 'own':
      return label || t('way.tied')
  }
}

/** Why no way can be shown; null when there is one. */
export function noWayWords(result: WaysResult, target: string, subject: Subject): Sentence | null {
  const slots = { target: { names: [target] } }
  switch (result.kind) {
    case 'ways':
      return null
    case 'no members':
      return sentence(subject, 'way.noMembers')
    case 'is member':
      return sentence(subject, 'way.isMember', slots)
    case 'no way':
      return sentence(subject, 'way.noWay', slots)
  }
}

/** A way as it is read out: which of how many, through whom, by what, and how long. */
export function waySpoken(
  { stakeholders: [first, ...others], steps }: Way,
  place: { readonly number: number; readonly of: number },
  subject: Subject,
): string {
  const names = others.map((key) => nameOf(subject, key))
  const walked = steps.map((step, index) =>
    t('way.spokenStep', {
      tie: doorWords(step),
      name: names[index] ?? '',
      strength: strengthName(step.strength),
    }),
  )
  return t('way.spoken', {
    ...place,
    target: names.at(-1) ?? '',
    way: [nameOf(subject, first ?? ''), ...walked].join(t('way.pause')),
    steps: stepsWords(steps.length),
  })
}

export const stepsWords = (count: number): string => t('way.steps', { count })
