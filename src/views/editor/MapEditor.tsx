import { useMemo, useRef, useState } from 'react'
import { subjectFor } from '../../audience/subject.ts'
import { DragGhost } from '../../canvas/DragGhost.tsx'
import { SpectrumCanvas } from '../../canvas/SpectrumCanvas.tsx'
import { useCardDrag } from '../../canvas/useCardDrag.ts'
import { buildSpectrumScene } from '../../drawing/spectrumScene.ts'
import { ShownProvider } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { sceneWords } from '../../i18n/sceneWords.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { Details } from '../details/Details.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { fadedBy } from '../tray/matching.ts'
import { Tray } from '../tray/Tray.tsx'
import { AudienceNote } from './AudienceNote.tsx'
import type { EditorDialog } from './editorDialog.ts'
import { Header } from './Header.tsx'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'
import { useEditorKeys } from './useEditorKeys.ts'
import { useSelectionInView } from './useSelectionInView.ts'
import './editor.css'

const ExportDialog = onDemand(() => import('../export/ExportDialog.tsx'))
const ImportDialog = onDemand(() => import('../import/ImportDialog.tsx'))
const MapSettingsDialog = onDemand(() => import('../settings/MapSettingsDialog.tsx'))
const KeysDialog = onDemand(() => import('./KeysDialog.tsx'))

/** The open map: everything below sees it through the audience's view. */
export function MapEditor() {
  const doc = useDoc()
  const audience = useViewSettings((state) => state.audience)
  const showTies = useViewSettings((state) => state.showTies)
  const shown = useMemo(() => {
    const subject = subjectFor(doc, audience)
    return { subject, scene: buildSpectrumScene(subject.view, sceneWords(), { ties: showTies }) }
  }, [doc, audience, showTies])
  return (
    <ShownProvider value={shown}>
      <EditorLayout />
    </ShownProvider>
  )
}

function EditorLayout() {
  const root = useRef<HTMLDivElement>(null)
  const [dialog, setDialog] = useState<EditorDialog | null>(null)
  const filter = useViewSettings((state) => state.filter)
  const panels = useViewSettings((state) => state.panels)
  const { stakeholders } = useSelectionInView()
  const showsConfidential = stakeholders.some(
    ({ team }) => team?.confidentiality.level === 'confidential',
  )
  const faded = useMemo(() => fadedBy(filter, stakeholders), [filter, stakeholders])
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
      <ReadOnlyBar />
      <aside className="editor-tray" aria-label={t('tray.label')} hidden={!panels.tray}>
        <Tray faded={faded} />
      </aside>
      <main className="editor-main">
        <SpectrumCanvas faded={faded} />
        <AudienceNote />
      </main>
      <aside className="editor-details" aria-label={t('details.label')} hidden={!panels.details}>
        <Details />
      </aside>
      {held && <DragGhost held={held} ref={ghost} />}
      {dialog === 'export' && <ExportDialog onClose={close} />}
      {dialog === 'import' && <ImportDialog onClose={close} />}
      {dialog === 'settings' && <MapSettingsDialog onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
    </div>
  )
}
