import { useState } from 'react'
import type { Result } from '../../domain/result.ts'
import { type MessageKey, t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import type { BackupFile, BackupServices, FileFailure } from '../reliability.ts'
import '../../i18n/parts/backup.ts'

const FAILURES = {
  'not allowed': 'backups.file.failed.notAllowed',
  gone: 'backups.file.failed.gone',
  full: 'backups.file.failed.full',
  unknown: 'backups.file.failed.unknown',
} as const satisfies Record<FileFailure, MessageKey>

interface ChosenFileProps {
  backups: BackupServices
  file: BackupFile | null
  canChoose: boolean
  /** A person named the file: its name is for the team. */
  showsName: boolean
}

/** A backup that is kept in a file of somebody's choice, where the browser can write one. */
export function ChosenFile({ backups, file, canChoose, showsName }: ChosenFileProps) {
  const [isBusy, setBusy] = useState(false)
  /** Here, as a notice would stand behind the dialog. */
  const [outcome, setOutcome] = useState('')
  const run = async (work: Promise<Result<unknown, FileFailure>>) => {
    setBusy(true)
    setOutcome('')
    const result = await work
    setBusy(false)
    if (!result.ok) setOutcome(t(FAILURES[result.error]))
    else if (result.value !== undefined) setOutcome(t('backups.file.written'))
  }
  const choose = async () => {
    const chosen = await backups.chooseFile()
    // Nobody chose one: nothing to say.
    return chosen.ok && chosen.value === null ? { ...chosen, value: undefined } : chosen
  }
  return (
    <section className="settings-part" aria-label={t('backups.file')}>
      <h3>{t('backups.file')}</h3>
      {!canChoose && <p className="field-hint">{t('backups.file.missing')}</p>}
      {canChoose && !file && (
        <>
          <p className="field-hint">{t('backups.file.intro')}</p>
          <div className="backup-actions">
            <Button disabled={isBusy} onClick={() => void run(choose())}>
              {t('backups.file.choose')}
            </Button>
          </div>
        </>
      )}
      <p role="status" className="backup-outcome">
        {!file?.failure && outcome}
      </p>
      {canChoose && file && (
        <>
          <p>
            {showsName ? (
              <>
                {t('backups.file.name')} <bdi className="backup-file-name">{file.name}</bdi>
              </>
            ) : (
              t('backups.file.unnamed')
            )}
          </p>
          {file.failure && (
            <p className="field-error" role="alert">
              {t(FAILURES[file.failure])}
            </p>
          )}
          <Checkbox
            label={t('backups.file.automatic')}
            checked={file.isAutomatic}
            onChange={(isAutomatic) => void backups.setAutomatic(isAutomatic)}
          />
          <div className="backup-actions">
            <Button disabled={isBusy} onClick={() => void run(backups.writeFile())}>
              {t('backups.file.write')}
            </Button>
            <Button disabled={isBusy} onClick={() => void run(choose())}>
              {t('backups.file.again')}
            </Button>
            <Button look="quiet" disabled={isBusy} onClick={() => void backups.forgetFile()}>
              {t('backups.file.forget')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
