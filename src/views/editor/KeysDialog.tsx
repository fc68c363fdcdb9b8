import { t } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import '../../i18n/parts/dialogs.ts'

const KEYS = [
  ['V', 'keys.views'],
  ['1 – 5', 'keys.place'],
  ['0', 'keys.takeOff'],
  ['N', 'keys.add'],
  ['Shift + Enter', 'keys.addHidden'],
  ['C', 'keys.connect'],
  ['← ↑ → ↓', 'keys.nudge'],
  ['Enter', 'keys.details'],
  ['Space', 'keys.select'],
  ['Ctrl / ⌘ + A', 'keys.all'],
  ['Ctrl / ⌘ + K', 'keys.find'],
  ['Delete', 'keys.remove'],
  ['Ctrl / ⌘ + Z', 'keys.undo'],
  ['Ctrl / ⌘ + Shift + Z', 'keys.redo'],
  ['+  −', 'keys.zoom'],
  ['F', 'keys.fit'],
  ['T', 'keys.tidy'],
  ['W', 'keys.wall'],
  ['Shift + F / B / S', 'keys.wallHeld'],
  ['Shift + P', 'keys.present'],
  ['Esc', 'keys.escape'],
  ['Esc Esc', 'keys.hide'],
  ['?', 'keys.help'],
] as const

/** Side by side, so that they are seen at a glance. */
const HALF = Math.ceil(KEYS.length / 2)
const COLUMNS = [KEYS.slice(0, HALF), KEYS.slice(HALF)]

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('keys.title')} onClose={onClose} size="large">
      <div className="keys-columns">
        {COLUMNS.map((column) => (
          <table key={column[0]?.[0]} className="keys">
            <tbody>
              {column.map(([keys, what]) => (
                <tr key={keys}>
                  <th scope="row">
                    <kbd>{keys}</kbd>
                  </th>
                  <td>{t(what)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="field-hint">{t('keys.mouse')}</p>
    </Dialog>
  )
}
