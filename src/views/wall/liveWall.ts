import type { Size } from '../../canvas/camera.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { isOfSameMap, type WallHost } from '../../wall/host.ts'
import { wallPictureOf } from '../../wall/picture.ts'
import { inMyView } from './inMyView.ts'
import { unfoldWallPanel } from './presenting.ts'
import { publicWallOf } from './publicWall.ts'
import { type Arrange, createWallNetwork } from './wallNetwork.ts'

interface LiveWallParts {
  readonly host: WallHost
  readonly arrange: Arrange
  /** The size of the canvas in this window, if there is one. */
  readonly canvas: () => Size | null
  /** Runs something at the moment of locking; returns how to take it back. */
  readonly onLock: (run: () => void) => () => void
}

/**
 * Keeps the wall showing the open map, straight from its stores: a commit is on the wall whether or not the editor
 * has been drawn. Ends with the wall at rest.
 */
export function runLiveWall(map: OpenMap, parts: LiveWallParts): () => void {
  const { host, arrange, canvas, onLock } = parts
  const { wall, settings, store } = map
  let timer: ReturnType<typeof setTimeout> | null = null
  let link = host.state().link

  const update = () => {
    timer = null
    const chosen = wall.getState()
    if (!chosen.isOnWall) return
    const { isDark: dark, isFrozen: frozen } = chosen
    // Frozen, nothing of what goes on here is even made into a picture.
    if (frozen) return host.show({ picture: null, dark, frozen })
    const { doc } = store.state.getState()
    let made = publicWallOf(doc, chosen, settings.getState())
    if (chosen.zoom === 'follow') {
      const seen = inMyView(map, made.subject, canvas())
      if (seen !== undefined && !isSame(seen, chosen.closeUp)) {
        wall.setState({ closeUp: seen })
        made = publicWallOf(doc, wall.getState(), settings.getState())
      }
    }
    const isNetwork = made.choices.drawing === 'network'
    const places = isNetwork ? network.placesFor(made.subject) : null
    const picture = wallPictureOf(made.view, places, made.choices)
    host.show({ picture: picture ?? host.state().shown.picture, dark, frozen })
  }
  /** All that one action changes goes out together, after the editor was drawn and before anything else. */
  const soon = () => (timer ??= setTimeout(update))
  const network = createWallNetwork(arrange, soon)

  /** This window was reloaded: what the wall shows goes on, frozen or dark as it was, if it is of this map. */
  const takeOver = () => {
    const { picture, frozen, dark } = host.state().shown
    const { view } = publicWallOf(store.state.getState().doc, wall.getState(), settings.getState())
    if (!picture || !isOfSameMap(picture, view)) {
      if (picture) host.rest()
      wall.setState({ ...OFF_WALL, isDark: dark })
      return
    }
    const { drawing, targets, ties } = picture
    wall.setState({
      isOnWall: true,
      isFrozen: frozen,
      isDark: dark,
      showsTargets: targets,
      showsTies: ties,
      drawing: drawing === settings.getState().view ? 'as mine' : drawing,
    })
  }

  const onHost = () => {
    const before = link
    const { name } = host.state()
    link = host.state().link
    if (before === link) return
    wall.setState(name === null ? { link, name, ...OFF_WALL } : { link, name })
    if (before === 'looking' && link === 'open') takeOver()
    else if (link === 'open') soon()
    if (before === 'open' && link === 'closed' && name) announce(t('wall.lost'), 'problem')
    if (before === 'opening' && link === 'open') announce(t('wall.opened'))
    if (link === 'unanswered') announce(t('wall.blocked'), 'problem')
  }

  const rest = () => {
    // First of all the wall; who listens to the store comes after it.
    host.rest()
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
    wall.subscribe(({ name }) => {
      if (name !== null && name !== host.state().name) expectWall(name)
      soon()
    }),
    settings.subscribe(soon),
    store.state.subscribe(({ doc }, before) => {
      if (doc !== before.doc) soon()
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
    for (const stop of stops) stop()
    if (timer !== null) clearTimeout(timer)
    network.stop()
    // Also a wall that was lost: it may come back.
    if (host.state().name !== null) host.rest()
  }
}

const OFF_WALL = { isOnWall: false, isFrozen: false, isDark: false, spotlight: null } as const

const isSame = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((id, i) => id === b[i]))
