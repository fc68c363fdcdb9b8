import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import '../../i18n/parts/wall.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import type { WallHost } from '../../wall/host.ts'
import { wallPictureOf } from '../../wall/picture.ts'
import type { WallPicture } from '../../wall/protocol.ts'
import { chosenBy } from './chosenBy.ts'
import { picturedBy, recognised } from './exposed.ts'
import { createFollower } from './follower.ts'
import { createFrozenWall } from './frozenWall.ts'
import type { Look } from './inMyView.ts'
import { type Arrange, createPublicPlaces, placesOn } from './publicPlaces.ts'
import { type PublicWall, publicWallOf } from './publicWall.ts'
import { tendLight, unfoldWallPanel } from './wallActions.ts'

interface LiveWallParts {
  readonly host: WallHost
  readonly arrange: Arrange
  /** What the canvas in this window looks at; undefined without one. */
  readonly look: () => Look | undefined
  /** Runs something at the moment of locking; returns how to take it back. */
  readonly onLock: (run: () => void) => () => void
  /** Which map is on the wall, for this window to know it again after a reload; its opaque id, or null. */
  readonly mapOnWall: {
    readonly kept: () => string | null
    readonly keep: (id: string | null) => void
  }
}

/**
 * Keeps the wall showing the open map, straight from its stores: a commit is on the wall whether or not the editor
 * has been drawn. Ends with the wall at rest.
 */
export function runLiveWall(map: OpenMap, parts: LiveWallParts): () => void {
  const { host, look, onLock, mapOnWall } = parts
  const { wall, settings, store } = map
  const mapId = () => store.state.getState().doc.info.id
  let isDue = false
  let isOver = false
  let link = host.state().link

  let hadPicture = false
  const held = createFrozenWall(map, host)
  const follower = createFollower(map, look)

  const update = () => {
    isDue = false
    if (isOver || !wall.getState().isOnWall) return
    const { doc } = store.state.getState()
    tendLight(map)
    const { isDark: dark, isFrozen: frozen } = wall.getState()
    // Frozen, nothing of what goes on here is even made into a picture.
    if (frozen) host.show({ picture: null, dark, frozen })
    else {
      let made = publicWallOf(doc, wall.getState(), settings.getState())
      const { subject } = made
      if (follower.follow(subject, () => network.placesFor(subject))) {
        made = publicWallOf(doc, wall.getState(), settings.getState())
      }
      host.show({ picture: pictureOf(made), dark, frozen })
      held.picture(picturedBy(subject))
    }
    held.tend()
  }

  /** Always of the newest view: an older one may have somebody on it who was hidden a moment ago. */
  const pictureOf = ({ subject, view, choices }: PublicWall): WallPicture | null => {
    if (choices.drawing !== 'network') return wallPictureOf(view, null, choices)
    const { picture: before } = host.state().shown
    const places = network.placesFor(subject) ?? placesOn(before, view)
    if (places) return wallPictureOf(view, places, choices)
    // Until the network is laid out for the first time, the drawing that they see stays, with all that was chosen for it.
    const drawing = before?.drawing === 'power' ? 'power' : 'spectrum'
    const { doc } = store.state.getState()
    const meanwhile = publicWallOf(doc, { ...wall.getState(), drawing }, settings.getState())
    return wallPictureOf(meanwhile.view, null, meanwhile.choices)
  }

  /**
   * All that one action changes goes out together, at the end of its task: timers wait for a second and longer
   * in a tab that is out of sight, and this one may be following another.
   */
  const soon = () => {
    if (isDue) return
    isDue = true
    queueMicrotask(update)
  }
  const network = createPublicPlaces(parts.arrange, {
    onPlaces: soon,
    onFailed: () => announce(t('network.arrange.failed'), 'problem'),
  })

  /** This window was reloaded: what the wall shows goes on, frozen or dark as it was, if it is of this map. */
  const takeOver = () => {
    const { picture, frozen, dark } = host.state().shown
    if (!picture || mapOnWall.kept() !== mapId()) {
      rest()
      wall.setState({ isDark: dark })
      return
    }
    const pictured = recognised(picture, store.state.getState().doc)
    held.picture(pictured)
    wall.setState({
      isOnWall: true,
      isFrozen: frozen,
      isDark: dark,
      ...chosenBy(picture, pictured, settings.getState().view),
    })
  }

  const onHost = () => {
    const before = link
    const { name, shown } = host.state()
    if (shown.frozen && hadPicture && !shown.picture) {
      announce(t('wall.withheld'), 'problem')
      soon()
    }
    hadPicture = shown.picture !== null
    link = host.state().link
    if (before === link) return
    if (name === null) mapOnWall.keep(null)
    wall.setState(name === null ? { link, name, ...OFF_WALL } : { link, name })
    if (before === 'looking' && link === 'open') takeOver()
    else if (link === 'open') soon()
    if (before === 'open' && link === 'closed' && name) announce(t('wall.lost'), 'problem')
    // A wall that was lost may come back.
    if ((before === 'opening' || before === 'closed') && link === 'open') announce(t('wall.opened'))
    if (link === 'unanswered') announce(t('wall.blocked'), 'problem')
  }

  const rest = () => {
    // First of all the wall; who listens to the store comes after it.
    host.rest()
    mapOnWall.keep(null)
    wall.setState(OFF_WALL)
  }

  /** A wall that was just opened has this map on it, and is live. */
  const expectWall = (name: string) => {
    host.expect(name)
    wall.setState({ ...OFF_WALL, isOnWall: true })
    unfoldWallPanel(map)
  }

  const stops = [
    onLock(rest),
    host.subscribe(onHost),
    wall.subscribe(({ name, isOnWall }, before) => {
      follower.onWall(before)
      if (name !== null && name !== host.state().name) expectWall(name)
      if (isOnWall && !before.isOnWall) mapOnWall.keep(mapId())
      soon()
    }),
    settings.subscribe((_, before) => {
      follower.onSettings(before)
      soon()
    }),
    store.state.subscribe(({ doc }, before) => {
      if (doc === before.doc) return
      // Before anything of it is sent.
      held.onCommit(before.doc, doc)
      soon()
    }),
  ]
  const { name } = wall.getState()
  if (name !== null) expectWall(name)
  else if (link === 'closed') void host.resume()
  // A wall that another map was on: it stays at rest until somebody puts this one on it.
  else {
    rest()
    wall.setState({ link, name: host.state().name, isDark: host.state().shown.dark })
  }

  return () => {
    isOver = true
    for (const stop of stops) stop()
    network.stop()
    // Also a wall that was lost: it may come back.
    if (host.state().name !== null) host.rest()
    mapOnWall.keep(null)
  }
}

const OFF_WALL = {
  isOnWall: false,
  isFrozen: false,
  isDark: false,
  spotlight: null,
  exposed: [],
} as const
