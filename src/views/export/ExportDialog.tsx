import { useEffect, useState } from 'react'
import { NOTHING_CHOSEN } from '../../audience/policy.ts'
import { textFor } from '../../audience/gate.ts'
import type { PublicChoices } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/export.ts'
import '../../i18n/parts/network.ts'
import '../../i18n/parts/sharing.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { onDemand } from '../../ui/onDemand.tsx'
import { forgetAskedPages } from '../print/askedPages.ts'
import { AudienceChoice } from './AudienceChoice.tsx'
import { ExportActions } from './ExportActions.tsx'
import { tellsTargets } from './exportModel.ts'
import { FontNote } from './FontNote.tsx'
import { LegibilityNote } from './LegibilityNote.tsx'
import { LookChoices } from './LookChoices.tsx'
import { MapFile } from './MapFile.tsx'
import { PageChoices } from './PageChoices.tsx'
import { PagePreview } from './PagePreview.tsx'
import { pageAt } from './pageFiles.ts'
import { Section } from './Section.tsx'
import { namesSomebody } from './shown.ts'
import { TextChoices } from './TextChoices.tsx'
import { useChoices } from './useChoices.ts'
import { useExportActions } from './useExportActions.ts'
import { usePages } from './usePages.ts'
import { WhatChoices } from './WhatChoices.tsx'
import './export.css'

const BackupSection = onDemand(() => import('./BackupSection.tsx'))
const TeachingOffer = onDemand(() => import('../teaching/TeachingOffer.tsx'))

/** Pictures, hand-outs and files that leave the device; for the public unless the user says otherwise. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const doc = useDoc()
  const [choices, change] = useChoices()
  const [tells, setTells] = useState<PublicChoices>(NOTHING_CHOSEN)
  const [teamConfirmed, setTeamConfirmed] = useState(false)
  const [wantsPlaces, setWantsPlaces] = useState(false)
  const [turned, setTurned] = useState(0)
  const { view, called, places, parts, shown, failed, counts } = usePages(
    choices,
    tells,
    wantsPlaces,
  )
  const actions = useExportActions(choices, parts)
  useEffect(() => forgetAskedPages, [])
  const mayTell = useViewSettings((state) => state.audience === 'team')
  const faultOf = (typed: string) => {
    if (mayTell && textFor(doc, choices.audience, typed) !== typed)
      return t('sharing.heading.withheld')
    return choices.naming !== 'names' && namesSomebody(view, typed)
      ? t('export.heading.names')
      : null
  }
  const isTeam = choices.audience === 'team'
  const blocked = actions.making !== null || (isTeam && !teamConfirmed)
  const told = {
    ...tells,
    targets: tells.targets || choices.subjects.some((one) => tellsTargets(one, choices)),
  }
  const { at, of, count } = pageAt(shown.pages, turned)
  return (
    <Dialog
      size="large"
      title={t('export.title')}
      onClose={onClose}
      actions={
        <ExportActions
          choices={choices}
          pageCount={count}
          blocked={blocked}
          undrawn={shown.pages.some(({ pictures }) => pictures === null)}
          actions={actions}
          at={at}
        />
      }
    >
      <div className="export">
        <div className="export-choices">
          <AudienceChoice
            audience={choices.audience}
            told={told}
            confirmed={teamConfirmed}
            onConfirm={setTeamConfirmed}
            onChange={(audience) => {
              setTeamConfirmed(false)
              change({ audience, targets: audience === 'team' })
            }}
          />
          <Section name={t('export.section.what')}>
            <WhatChoices choices={choices} onChange={change} />
          </Section>
          <Section name={t('export.section.text')}>
            <TextChoices
              choices={choices}
              onChange={change}
              usual={called.info}
              faultOf={faultOf}
            />
          </Section>
          <Section name={t('export.section.page')}>
            <PageChoices choices={choices} onChange={change} />
          </Section>
          <Section name={t('export.section.look')}>
            <LookChoices choices={choices} onChange={change} counts={counts} />
          </Section>
          <MapFile
            view={view}
            places={places}
            tells={isTeam ? null : tells}
            onTells={setTells}
            blocked={blocked}
            actions={actions}
            onWantsPlaces={setWantsPlaces}
          />
          <TeachingOffer className="export-section" />
        </div>
        <div className="export-shown">
          <PagePreview
            pages={shown.pages}
            at={at}
            onTurn={setTurned}
            failed={failed}
            isClosed={(isTeam || shown.choices.audience === 'team') && !teamConfirmed}
          />
          <FontNote choices={choices} shown={called} />
          {of && <LegibilityNote pages={of} choices={choices} onChange={change} />}
          <BackupSection />
        </div>
      </div>
    </Dialog>
  )
}
