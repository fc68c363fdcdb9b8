import type { ReactNode } from 'react'
import type { NetworkFiles } from '../../files/network/networkFiles.ts'
import { t } from '../../i18n/i18n.ts'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanTables } from './PlanTables.tsx'
import { amountWords, fileWords } from './planWords.ts'
import '../../i18n/parts/dialogs.ts'
import '../../i18n/parts/exchange.ts'

interface NetworkPreviewProps {
  content: NetworkFiles
  /** What there is to choose before it is taken. */
  children: ReactNode
  /** The one button. */
  action: ReactNode
}

/** What files of another tool hold; what becomes of it is up to whoever asks. */
export function NetworkPreview({ content, children, action }: NetworkPreviewProps) {
  const { plan, files } = content
  const { stakeholders, relationships } = plan.import
  const isGuessed = files.some(({ encoding }) => encoding === 'windows-1252')
  return (
    <section className="import-preview" aria-label={t('import.preview')}>
      <ul className="import-files" aria-label={t('exchange.files')}>
        {files.map((file) => (
          <li key={file.name}>
            <bdi>{fileWords(file, plan)}</bdi>
          </li>
        ))}
      </ul>
      <p className="import-amount">
        {t('exchange.summary', { what: amountWords(stakeholders.length, relationships.length) })}
        {isGuessed && ` ${t('csv.guessed')}`}
      </p>
      {children}
      <PlanFacts plan={plan} />
      <PlanTables plan={plan} />
      <div className="import-action">{action}</div>
    </section>
  )
}
