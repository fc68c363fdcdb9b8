import { formatDate, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/crash.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { subjectFor } from '../../audience/subject.ts'
import type { DeviceStorage } from '../reliability.ts'
import type { AppServices } from '../services.ts'
import { errorMessage, errorName, errorStack, factsOf } from './errorText.ts'
import { type Failure, failureWords } from './failure.ts'
import { createScrubber } from './scrubbing.ts'
import { secretTexts, shapeOf } from './secretTexts.ts'

/** Where and with what the app runs. */
export interface Surroundings {
  /** Names of the scripts that the page has loaded; the first is the one that it started with. */
  readonly scripts: readonly string[]
  readonly browser: string
  readonly languages: string
  readonly window: string
  readonly storage: DeviceStorage | null
  /** Parts of the open map that can't be read; null = not known. */
  readonly unreadable: number | null
}

export interface ReportSources {
  readonly map: OpenMap | null
  readonly services: Pick<AppServices, 'save' | 'maps' | 'tab' | 'now'> & {
    readonly sealing: Pick<AppServices['sealing'], 'open'>
  }
  readonly surroundings: Surroundings
  /** The same gives the same gibberish. */
  readonly seed: string
}

const ACTIONS_TOLD = 12

/**
 * What somebody who mends Allyscope needs to know of a failure. Nothing that was typed is in it: every name and text
 * of the map is gibberish. In public preview it counts what the public sees, as it may be read on a projector.
 */
export function problemReport(
  { what, error }: Failure,
  { map, services, surroundings, seed }: ReportSources,
  withShape: boolean,
): string {
  const scrubber = createScrubber(seed, secretTexts(map, services.maps.getState()))
  const facts = factsOf(error)
  const own = new Set(surroundings.scripts)
  const lines = [
    t('crash.report.head', { date: formatDate(services.now()) }),
    failureWords({ what, error }),
    '',
    line('error', `${errorName(facts.name, scrubber)}: ${errorMessage(facts.message, scrubber)}`),
    line('build', surroundings.scripts[0] ?? '?'),
    line('browser', surroundings.browser),
    line('languages', surroundings.languages),
    line('window', surroundings.window),
    ...(map ? mapLines(map, surroundings.unreadable) : []),
    line('saving', savingOf(services)),
    line('storage', storageOf(surroundings.storage)),
    '',
    t('crash.report.calls'),
    errorStack(facts, scrubber, own) || '–',
  ]
  const isTeam = map?.settings.getState().audience === 'team'
  if (map && withShape && isTeam) {
    lines.push(
      '',
      t('crash.report.shape'),
      shapeOf(map.store.state.getState().doc, scrubber.inGibberish),
    )
  }
  return `${lines.join('\n')}\n`
}

type Line =
  | 'error'
  | 'build'
  | 'browser'
  | 'languages'
  | 'window'
  | 'view'
  | 'counts'
  | 'changes'
  | 'saving'
  | 'storage'

const line = (what: Line, said: string): string => `${t(`crash.report.${what}`)}: ${said}`

function mapLines({ store, settings }: OpenMap, unreadable: number | null): string[] {
  const { doc, stacks, floor } = store.state.getState()
  const { audience, view } = settings.getState()
  const seen = audience === 'team' ? null : publicCounts(doc)
  const counts = {
    stakeholders: seen?.stakeholders ?? doc.stakeholders.size,
    relationships: seen?.relationships ?? doc.relationships.size,
    words: seen?.words ?? doc.sectors.size + doc.resources.size,
    unreadable: audience === 'team' ? (unreadable ?? '?') : '–',
  }
  const since = floor?.done ? stacks.done.indexOf(floor.done) + 1 : 0
  const actions = stacks.done.slice(since).slice(-ACTIONS_TOLD)
  return [
    line('view', `${view}, ${audience}`),
    line(
      'counts',
      Object.entries(counts)
        .map((pair) => pair.join(' '))
        .join(', '),
    ),
    line('changes', actions.map(({ label }) => label.action).join(', ') || '–'),
  ]
}

/** null when even that can't be worked out. */
function publicCounts(doc: Parameters<typeof subjectFor>[0]) {
  try {
    const { stakeholders, relationships, sectors, resources } = subjectFor(doc, 'public').view
    return {
      stakeholders: stakeholders.length,
      relationships: relationships.length,
      words: sectors.length + resources.length,
    }
  } catch {
    return { stakeholders: '?', relationships: '?', words: '?' }
  }
}

function savingOf({ save, maps, tab, sealing }: ReportSources['services']): string {
  const { status, ...more } = save.getState()
  const code = 'code' in more ? ` (${more.code})` : ''
  const { code: listed } = maps.getState()
  const seal = sealing.open.getState().sealed ? 'sealed' : 'clear'
  return [`${status}${code}`, tab.getState().role, seal, ...(listed ? [listed] : [])].join(', ')
}

const MEGABYTE = 1_000_000
const inMegabytes = (bytes: number | null): string =>
  bytes === null ? '?' : `${Math.round(bytes / MEGABYTE)} MB`

const storageOf = (storage: DeviceStorage | null): string =>
  storage === null
    ? '?'
    : `${storage.isPersistent === null ? '?' : storage.isPersistent ? 'persistent' : 'not persistent'}, ` +
      `${inMegabytes(storage.used)} / ${inMegabytes(storage.quota)}`
