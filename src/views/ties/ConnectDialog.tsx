import { useId, useState } from 'react'
import { useTying } from '../../editing/tying.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { RELATIONSHIP_KINDS } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/network.ts'
import { tieKindName, tieSentence } from '../../i18n/tieTerms.ts'
import { useSelection } from '../../store/openMap.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { NamePicker } from './NamePicker.tsx'
import { usualDirection } from '../../domain/commands/relationships.ts'
import './ties.css'

/** "Connect to…": draws a tie from the selected stakeholder without a mouse. */
export default function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { view, idOf, shown } = useSubject()
  const [from] = useSelection(({ ids }) => ids)
  const formId = useId()
  const [to, setTo] = useState<string | null>(null)
  const [refusal, setRefusal] = useState('')
  const tying = useTying()
  const [kind, setKind] = useState(tying.usualKind)
  const start = from && shown(from)
  if (!from || !start) {
    return (
      <Dialog title={t('connect.title')} onClose={onClose}>
        <p>{t('connect.nobody')}</p>
      </Dialog>
    )
  }
  const end = view.stakeholders.find(({ key }) => key === to)
  const connect = () => {
    const id = to === null ? undefined : idOf(to)
    if (!id) return
    const drawn = tying.connect(from, id, kind)
    if (!drawn.ok) return setRefusal(drawn.error)
    onClose()
  }
  return (
    <Dialog
      title={t('connect.titleFrom', { name: start.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={!end}>
            {t('connect.do')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="connect"
        onSubmit={(event) => {
          event.preventDefault()
          connect()
        }}
      >
        <NamePicker
          label={t('connect.to')}
          options={view.stakeholders
            .filter(({ key }) => key !== start.key)
            .map(({ key, name }) => ({ value: key, label: name }))}
          none={t('connect.noMatch')}
          value={to}
          onChange={(chosen) => {
            setTo(chosen)
            setRefusal('')
          }}
        />
        <SelectField
          label={t('tie.kind')}
          value={kind}
          options={RELATIONSHIP_KINDS.map((value) => ({ value, label: tieKindName(value) }))}
          onChange={(chosen) => {
            setKind(chosen)
            setRefusal('')
          }}
        />
        {refusal !== '' && (
          <p className="field-error" role="alert">
            {refusal}
          </p>
        )}
        <p className="connect-sentence" role="status">
          {end && (
            <bdi>
              {tieSentence(
                { kind, label: '', direction: usualDirection(kind) },
                start.name,
                end.name,
              )}
            </bdi>
          )}
        </p>
      </form>
    </Dialog>
  )
}
