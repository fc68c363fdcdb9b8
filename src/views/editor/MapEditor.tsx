import { useEffect, useMemo, useRef, useState } from 'react'
import { subjectFor } from '../../audience/subject.ts'
import { DragGhost } from '../../canvas/DragGhost.tsx'
import { useCardDrag } from '../../canvas/useCardDrag.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { ShownProvider, shownOf, useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import { useDoc, useEmphasis, useViewSettings, useWall } from '../../store/openMap.ts'
import { clearNotices } from '../../ui/announcer.tsx'
import { Boundary } from '../../ui/Boundary.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { PartBoundary } from '../crash/PartBoundary.tsx'
import { fadedBy } from '../filtering.ts'
import { Tray } from '../tray/Tray.tsx'
import { PrintSheet } from '../print/PrintSheet.tsx'
import { keptWallName } from '../wall/wallWindow.ts'
import { AudienceNote } from './AudienceNote.tsx'
import { CANVASES } from './canvases.ts'
import type { EditorDialog } from './editorDialog.ts'
import { Header } from './Header.tsx'
import { NotSavedBar } from './NotSavedBar.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useEditorKeys } from './useEditorKeys.ts'
import { useSelectionInView } from './useSelectionInView.ts'
import './editor.css'

const WaysBar = onDemand(async () => ({
  default: (await import('../insights/WaysBar.tsx')).WaysBar,
}))
const EmphasisNote = onDemand(() => import('./EmphasisNote.tsx'))
const ConnectDialog = onDemand(() => import('../ties/ConnectDialog.tsx'))
const ExportDialog = onDemand(() => import('../export/ExportDialog.tsx'))
const ImportDialog = onDemand(() => import('../import/ImportDialog.tsx'))
const MapSettingsDialog = onDemand(() => import('../settings/MapSettingsDialog.tsx'))
const WallLive = onDemand(() => import('../wall/WallLive.tsx'))
const Present = onDemand(() => import('../wall/Present.tsx'))
const MapBars = onDemand(() => import('../backup/MapBars.tsx'))
const KeptDialog = onDemand(() => import('../kept/KeptDialog.tsx'))
const KeysDialog = onDemand(() => import('./KeysDialog.tsx'))

/** The open map: everything below sees it through the audience's view. */
export function MapEditor() {
  const doc = useDoc()
  const audience = useViewSettings((state) => state.audience)
  const showTies = useViewSettings((state) => state.showTies)
  // What was said of this map may name somebody; the list of maps is for everybody's eyes.
  useEffect(() => clearNotices, [])
  const hasWall = useWall(({ name }) => name !== null)
  const isPresenting = useWall((state) => state.isPresenting)
  const [keptWall] = useState(keptWallName)
  const shown = useMemo(() => {
    const subject = subjectFor(doc, audience)
    return shownOf(subject, () =>
      buildSpectrumScene(subject.view, sceneWords(), { ties: showTies }),
    )
  }, [doc, audience, showTies])
  return (
    <ShownProvider value={shown}>
      {(hasWall || keptWall !== null) && (
        <PartBoundary part="wall">
          <WallLive />
        </PartBoundary>
      )}
      {isPresenting ? (
        <PartBoundary part="present">
          <Present />
        </PartBoundary>
      ) : (
        <EditorLayout />
      )}
    </ShownProvider>
  )
}

function EditorLayout() {
  const root = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<EditorDialog | null>(null)
  const filter = useViewSettings((state) => state.filter)
  const panels = useViewSettings((state) => state.panels)
  const view = useViewSettings((state) => state.view)
  const { stakeholders } = useSelectionInView()
  const { idOf, view: seen } = useSubject()
  const emphasis = useEmphasis()
  const showsConfidential = stakeholders.some(
    ({ team }) => team?.confidentiality.level === 'confidential',
  )
  const filtered = useMemo(() => fadedBy(filter, stakeholders), [filter, stakeholders])
  const faded = useMemo(() => {
    if (!emphasis) return filtered
    const others = stakeholders.filter(({ key }) => {
      const id = idOf(key)
      return id !== undefined && !emphasis.stakeholders.has(id)
    })
    return new Set([...filtered, ...others.map(({ key }) => key)])
  }, [filtered, stakeholders, emphasis, idOf])
  const Canvas = CANVASES[view]
  const { held, ghost } = useCardDrag(root)
  useEditorKeys({ root, isDialogOpen: dialog !== null, openDialog: setDialog })
  const close = () => setDialog(null)
  const skipToCards = () => root.current?.querySelector<HTMLElement>('.card')?.focus()
  return (
    <div
      ref={root}
      className={[
        'editor',
        panels.tray ? 'has-tray' : '',
        panels.details ? 'has-details' : '',
        showsConfidential ? 'shows-confidential' : '',
      ].join(' ')}
    >
      <button type="button" className="skip-link" onClick={skipToCards}>
        {t('skip.toCards')}
      </button>
      <Header openDialog={setDialog} />
      <div className="editor-bars">
        <NotSavedBar />
        <Boundary>
          <MapBars />
        </Boundary>
      </div>
      <aside className="editor-tray" aria-label={t('tray.label')} hidden={!panels.tray}>
        <PartBoundary part="tray" of={seen.audience}>
          <Tray faded={filtered} />
        </PartBoundary>
      </aside>
      <main className="editor-main">
        <div id="canvas" className="editor-view" role="tabpanel" aria-label={t(`view.${view}`)}>
          <PartBoundary part={view} of={`${view} ${seen.audience}`}>
            <Canvas faded={faded} />
          </PartBoundary>
        </div>
        {view === 'network' && (
          <PartBoundary part="panel">
            <WaysBar />
          </PartBoundary>
        )}
        <AudienceNote />
        {emphasis && <EmphasisNote />}
      </main>
      <aside className="editor-details" aria-label={t('details.label')} hidden={!panels.details}>
        <SidePanel onConnect={() => setDialog('connect')} />
      </aside>
      {held && <DragGhost held={held} ref={ghost} />}
      <PrintSheet />
      <PartBoundary part="dialog" of={dialog} onClose={close}>
        {dialog === 'export' && <ExportDialog onClose={close} />}
        {dialog === 'import' && <ImportDialog onClose={close} />}
        {dialog === 'settings' && <MapSettingsDialog onClose={close} />}
        {dialog === 'connect' && <ConnectDialog onClose={close} />}
        {dialog === 'kept' && <KeptDialog onClose={close} />}
        {dialog === 'keys' && <KeysDialog onClose={close} />}
      </PartBoundary>
    </div>
  )
}
