import type { MapView } from '../audience/view.ts'
import type { SegmentIndex } from '../domain/records.ts'
import { segmentOf, SEGMENTS } from '../domain/spectrum.ts'
import type { WallWords } from '../drawing/wall/wallPicture.ts'
import { formatList, formatNumber, t } from '../i18n/i18n.ts'
import { networkWords } from '../i18n/networkWords.ts'
import '../i18n/parts/network.ts'
import '../i18n/parts/wall.ts'
import { powerWords } from '../i18n/powerWords.ts'
import { sceneWords } from '../i18n/sceneWords.ts'
import { segmentName, standsAs } from '../i18n/terms.ts'
import { tieKindNames } from '../i18n/tieTerms.ts'
import type { WallPicture } from './protocol.ts'

/**
 * The words of a wall's drawing, in the language of the screen.
 * @param when the moment that is compared with, written out; empty = none is
 */
export const wallWords = (when: string): WallWords => ({
  spectrum: sceneWords(),
  // A tie's kind is not spelled out on the wall: its line says it.
  network: { ...networkWords(), ownTie: '' },
  power: powerWords(),
  signs: {
    earlier: t('wallPage.then', { when }),
    now: t('wallPage.now'),
    new: t('wallPage.new'),
    target: t('wallPage.target'),
    ties: { ...tieKindNames(), own: t('wallPage.otherTie') },
  },
})

/** In a longer list nobody would look for a name by listening. */
const MOST_NAMES = 60

/** What a wall shows, for those who can't see it: made from its own view alone. */
export function wallText({ view, drawing, spotlight }: WallPicture): string {
  const { name, segmentNames } = view.info
  const heading = {
    spectrum: t('canvas.label'),
    network: t('view.network'),
    power: t('view.power'),
  }[drawing]
  const lit = view.stakeholders.find(
    ({ key }) => spotlight?.kind === 'stakeholder' && key === spotlight.key,
  )
  const sentences = [
    name && t('wallPage.sentence', { text: name }),
    t('wallPage.sentence', { text: heading }),
    ...SEGMENTS.map((segment) => segmentText(view, segment)),
    drawing === 'network' ? listText(t('tray.notPlaced'), namesIn(view, null)) : '',
    lit ? t('wallPage.inLight', { name: lit.name }) : '',
    spotlight?.kind === 'segment'
      ? t('wallPage.inLight', { name: segmentName(spotlight.segment, segmentNames) })
      : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

const segmentText = (view: MapView, segment: SegmentIndex): string =>
  listText(segmentName(segment, view.info.segmentNames), namesIn(view, segment))

const namesIn = ({ stakeholders }: MapView, segment: SegmentIndex | null): string[] =>
  stakeholders.flatMap(({ name, placement }) =>
    (placement && segmentOf(placement.stance)) === segment ? [name] : [],
  )

function listText(heading: string, names: readonly string[]): string {
  if (!names.length) return ''
  const text = names.length > MOST_NAMES ? formatNumber(names.length) : formatList(names)
  return t('wallPage.listed', { heading, text })
}

/** How a stakeholder that can be picked is called, by key: "Nurses’ union, passive ally". */
export const pickNames = ({ stakeholders, info }: MapView): ReadonlyMap<string, string> =>
  new Map(
    stakeholders.map(({ key, name, placement }) => [
      key,
      t('wallPage.pick', {
        name,
        stands: placement
          ? standsAs(segmentOf(placement.stance), info.segmentNames)
          : t('tray.notPlaced'),
      }),
    ]),
  )
