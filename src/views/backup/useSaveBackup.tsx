import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { fileNameOf, saveBlob } from '../export/download.ts'
import { useServices } from '../services.ts'
import '../../i18n/parts/backup.ts'

interface SaveBackup {
  readonly isSealed: boolean
  /** Hands the whole map to the browser's downloads; of a sealed one it asks for the backup's passphrase first. */
  save(): void
  /** To be drawn where it is used, outside of any form. */
  readonly dialog: ReactNode
}

/** One click to a file that holds everything in the open map. `mustBeSealed`: though it is not sealed in this tab. */
export function useSaveBackup(mustBeSealed = false): SaveBackup {
  const services = useServices()
  const { store } = useOpenMap()
  const isSealed = useStore(services.sealing.open, ({ sealed }) => sealed) || mustBeSealed
  const [dialog, setDialog] = useState<ReactNode>(null)
  const make = async () => {
    const { exportFile } = await import('../export/exportModel.ts')
    const content = () => {
      const { doc } = store.state.getState()
      return { doc, text: exportFile(doc, 'team') }
    }
    if (isSealed) {
      const { SealedBackupDialog } = await import('../sealing/SealedBackup.tsx')
      setDialog(<SealedBackupDialog content={content} onClose={() => setDialog(null)} />)
      return
    }
    const name = fileNameOf('backup', services.now(), '.allyscope.json')
    const { doc, text } = content()
    saveBlob(new Blob([text], { type: 'application/json' }), name)
    announce(t('backups.saved'))
    const { backups } = await services.reliability()
    await backups.wasSaved(doc, 'clear')
  }
  return {
    isSealed,
    save: () => void make().catch(() => announce(t('backups.failed'), 'problem')),
    dialog,
  }
}
