import {
  History,
  Keyboard,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightClose,
  PanelRightOpen,
  Redo2,
  Settings2,
  Undo2,
} from 'lucide-react'
import { useStore } from 'zustand'
import { groundOf } from '../../canvas/ground.ts'
import { redo, undo } from '../../editing/undoing.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useMapState, useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { LockButton } from '../sealing/LockButton.tsx'
import { mapTitle } from '../mapTitle.ts'
import { useServices } from '../services.ts'
import { WallButton } from '../wall/WallButton.tsx'
import { AudienceSwitch } from './AudienceSwitch.tsx'
import type { EditorDialog } from './editorDialog.ts'
import { SaveStatus } from './SaveStatus.tsx'
import { ViewTabs } from './ViewTabs.tsx'
import { useUndoWords } from './useUndoWords.ts'

export function Header({ openDialog }: { openDialog: (dialog: EditorDialog) => void }) {
  const services = useServices()
  const map = useOpenMap()
  const { settings } = map
  const subject = useSubject()
  const { info, audience } = subject.view
  const title = mapTitle(info)
  const readOnly = useMapState((state) => state.readOnly)
  const panels = useViewSettings((state) => state.panels)
  const view = useViewSettings((state) => state.view)
  const isNetwork = view === 'network'
  const undoWords = useUndoWords()
  const isDue = useStore(services.reminder, (state) => state.isDue) && audience === 'team'
  const fold = (panel: 'tray' | 'details') =>
    settings.setState({ panels: { ...panels, [panel]: !panels[panel] } })
  return (
    <header className="editor-header">
      <div className="editor-title">
        <button
          type="button"
          className="logo-button"
          aria-label={t('header.maps')}
          title={t('header.maps')}
          onClick={services.closeMap}
        >
          <Logo />
        </button>
        <IconButton
          label={t(panels.tray ? 'header.foldTray' : 'header.openTray')}
          aria-expanded={panels.tray}
          onClick={() => fold('tray')}
        >
          {panels.tray ? <PanelLeftClose aria-hidden /> : <PanelLeftOpen aria-hidden />}
        </IconButton>
        <div className="editor-name">
          <h1 title={title}>
            <bdi>{title}</bdi>
          </h1>
          <SaveStatus />
        </div>
        <IconButton label={t('header.settings')} onClick={() => openDialog('settings')}>
          <Settings2 aria-hidden />
        </IconButton>
        <IconButton
          label={t(isDue ? 'header.keptDue' : 'header.kept')}
          className={isDue ? 'is-due' : ''}
          onClick={() => openDialog('kept')}
        >
          <History aria-hidden />
        </IconButton>
        <LockButton />
      </div>
      <ViewTabs />
      <AudienceSwitch />
      <div className="editor-actions">
        <IconButton
          label={t('action.undo')}
          title={undoWords.undo}
          disabled={readOnly || undoWords.undo === undefined}
          onClick={() => undo(map, subject)}
        >
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton
          label={t('action.redo')}
          title={undoWords.redo}
          disabled={readOnly || undoWords.redo === undefined}
          onClick={() => redo(map, subject)}
        >
          <Redo2 aria-hidden />
        </IconButton>
        <Button
          disabled={readOnly || audience === 'public'}
          title={t(
            audience === 'public'
              ? 'tidy.public'
              : isNetwork
                ? 'network.arrange.title'
                : 'tidy.title',
          )}
          onClick={() => groundOf(map)?.tidyUp()}
        >
          {t(isNetwork ? 'action.arrange' : 'action.tidy')}
        </Button>
        <Button
          disabled={audience === 'public'}
          title={audience === 'public' ? t('import.public') : undefined}
          onClick={() => openDialog('import')}
        >
          {t('action.import')}
        </Button>
        <WallButton />
        <Button look="primary" onClick={() => openDialog('export')}>
          {t('action.export')}
        </Button>
        <IconButton
          className="keys-button"
          label={t('header.keys')}
          onClick={() => openDialog('keys')}
        >
          <Keyboard aria-hidden />
        </IconButton>
        <IconButton
          label={t(panels.details ? 'header.foldDetails' : 'header.openDetails')}
          aria-expanded={panels.details}
          onClick={() => fold('details')}
        >
          {panels.details ? <PanelRightClose aria-hidden /> : <PanelRightOpen aria-hidden />}
        </IconButton>
      </div>
    </header>
  )
}
