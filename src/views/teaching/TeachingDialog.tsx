import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { DecodedImport } from '../../domain/imported.ts'
import { t } from '../../i18n/i18n.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/fields.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import { useServices } from '../services.ts'
import { useIsKept } from '../useIsKept.ts'
import { makeTeachingCopy } from './makeTeachingCopy.ts'
import { TeachingPreview } from './TeachingPreview.tsx'
import './teaching.css'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/teaching.ts'

const SealNewMapDialog = onDemand(() => import('../sealing/SealNewMapDialog.tsx'))

/** Nobody who has the copy may try whether a name would have been avoided: that takes the seed, which is kept nowhere. */
const newSeed = (): string => crypto.randomUUID()

/** Asks what of the open map goes into a copy with invented names, shows how it begins, and makes it. */
export default function TeachingDialog({ onClose }: { onClose: () => void }) {
  const services = useServices()
  const doc = useDoc()
  const { sealed } = useStore(services.sealing.open)
  const isTeam = useViewSettings(({ audience }) => audience === 'team')
  const isKept = useIsKept()
  const [seed, setSeed] = useState(newSeed)
  const [wantsAll, setWantsAll] = useState(false)
  const [seal, setSeal] = useState(sealed)
  const [busy, setBusy] = useState(false)
  const [toSeal, setToSeal] = useState<DecodedImport | null>(null)
  // In public preview nobody may see that there is more.
  const everything = wantsAll && isTeam
  const copy = useMemo(() => makeTeachingCopy(doc, { seed, everything }), [doc, seed, everything])
  const make = async (file: DecodedImport) => {
    if (seal && isKept) return setToSeal(file)
    setBusy(true)
    const made = await services.importMap(file)
    setBusy(false)
    if (!made.ok) return announce(keepingFailureWords(made.error), 'problem')
    onClose()
    services.openMap(made.value)
  }
  if (toSeal) return <SealNewMapDialog of={{ kind: 'file', file: toSeal }} onClose={onClose} />
  return (
    <Dialog
      title={t('teaching.title')}
      // A copy that is being stored will be opened.
      onClose={() => busy || onClose()}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            look="primary"
            disabled={busy || !copy.ok}
            onClick={() => copy.ok && void make(copy.value)}
          >
            {t(seal && isKept ? 'teaching.next' : 'teaching.make')}
          </Button>
        </>
      }
    >
      <p>{t('teaching.intro')}</p>
      <p>{t('teaching.stays')}</p>
      {copy.ok ? (
        <TeachingPreview copy={copy.value} onOthers={() => setSeed(newSeed())} />
      ) : (
        <p role="alert">{t('teaching.failed')}</p>
      )}
      {isTeam && (
        <Checkbox
          label={t('teaching.all')}
          hint={t('teaching.all.hint')}
          checked={wantsAll}
          onChange={setWantsAll}
        />
      )}
      {isKept && (
        <Checkbox
          label={t('teaching.seal')}
          {...(sealed ? { hint: t('teaching.seal.hint') } : {})}
          checked={seal}
          onChange={setSeal}
        />
      )}
      <p className="field-hint">{t('teaching.undo')}</p>
    </Dialog>
  )
}
