import { useState } from 'react'
import { LIMITS } from '../../domain/limits.ts'
import { cleanName } from '../../domain/names.ts'
import type { RestorePoint } from '../../domain/restorePoints.ts'
import type { Result } from '../../domain/result.ts'
import { isolated } from '../../i18n/direction.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/fields.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { PointServices } from '../reliability.ts'
import type { KeepingFailure } from '../services.ts'
import { pointTitle } from './pointWords.ts'

interface PointActionsProps {
  point: RestorePoint
  points: PointServices
  onRenamed: () => void
  onRemoved: () => void
}

/** Gives a copy a name, or another one, and deletes it. */
export function PointActions({ point, points, onRenamed, onRemoved }: PointActionsProps) {
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null)
  const close = () => setDialog(null)
  const run = async (
    work: Promise<Result<null, KeepingFailure>>,
    words: string,
    then: () => void,
  ) => {
    close()
    const done = await work
    if (!done.ok) return announce(keepingFailureWords(done.error), 'problem')
    announce(words)
    then()
  }
  return (
    <>
      <Button onClick={() => setDialog('rename')}>
        {t(point.reason === 'named' ? 'points.rename' : 'points.name')}
      </Button>
      <Button look="quiet" onClick={() => setDialog('delete')}>
        {t('points.delete')}
      </Button>
      {dialog === 'rename' && (
        <RenamePoint
          point={point}
          onName={(name) =>
            void run(points.rename(point.id, name), t('points.rename.done', { name }), onRenamed)
          }
          onClose={close}
        />
      )}
      {dialog === 'delete' && (
        <Dialog
          title={t('points.delete.title')}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('action.cancel')}</Button>
              <Button
                look="danger"
                onClick={() =>
                  void run(points.remove(point.id), t('points.delete.done'), onRemoved)
                }
              >
                {t('points.delete.do')}
              </Button>
            </>
          }
        >
          <p>{t('points.delete.text', { name: isolated(pointTitle(point)) })}</p>
        </Dialog>
      )}
    </>
  )
}

interface RenamePointProps {
  point: RestorePoint
  onName: (name: string) => void
  onClose: () => void
}

function RenamePoint({ point, onName, onClose }: RenamePointProps) {
  const [name, setName] = useState(point.name)
  const cleaned = cleanName(name)
  return (
    <Dialog
      title={t(point.reason === 'named' ? 'points.rename.title' : 'points.name.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form="point-name" disabled={!cleaned.ok}>
            {t('points.rename.do')}
          </Button>
        </>
      }
    >
      <form
        id="point-name"
        onSubmit={(event) => {
          event.preventDefault()
          if (cleaned.ok) onName(cleaned.value)
        }}
      >
        <TextField
          label={t('points.keep.name')}
          hint={point.reason === 'named' ? undefined : t('points.name.hint')}
          value={name}
          maxLength={LIMITS.shortText}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
