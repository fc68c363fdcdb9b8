import { type MessageKey, t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SafetyFields } from './SafetyFields.tsx'
import './sealing.css'
import '../../i18n/parts/sealing.ts'

const DOES = [
  'safety.does.sent',
  'safety.does.public',
  'safety.does.sealed',
  'safety.does.locked',
  'safety.does.backup',
] as const satisfies readonly MessageKey[]

/** The same as in docs/security.md. */
const LIMITS = [
  'safety.limit.malware',
  'safety.limit.extensions',
  'safety.limit.camera',
  'safety.limit.coercion',
  'safety.limit.passphrase',
  'safety.limit.memory',
  'safety.limit.disk',
  'safety.limit.files',
  'safety.limit.hints',
  'safety.limit.age',
  'safety.limit.host',
] as const satisfies readonly MessageKey[]

interface SafetyDialogProps {
  /** `page`: only what is safe and what is not, for somebody who is in the middle of something. */
  part: 'all' | 'page'
  onClose: () => void
}

/** How careful this device is, and in plain words what can be relied on. */
export default function SafetyDialog({ part, onClose }: SafetyDialogProps) {
  return (
    <Dialog
      title={t(part === 'all' ? 'safety.title' : 'safety.page')}
      onClose={onClose}
      size="large"
    >
      <div className="safety">
        {part === 'all' && (
          <section className="settings-part safety-settings" aria-label={t('safety.device')}>
            <h3>{t('safety.device')}</h3>
            <SafetyFields />
          </section>
        )}
        <Points title={t('safety.does')} points={DOES} />
        <Points title={t('safety.limits')} points={LIMITS} />
      </div>
    </Dialog>
  )
}

const Points = ({ title, points }: { title: string; points: readonly MessageKey[] }) => (
  <section className="safety-points" aria-label={title}>
    <h3>{title}</h3>
    <ul>
      {points.map((point) => (
        <li key={point}>{t(point)}</li>
      ))}
    </ul>
  </section>
)
