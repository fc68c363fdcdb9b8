import { t } from '../i18n/i18n.ts'

/** What a map is called where its name must not be read: the name is empty there. */
export const mapTitle = ({ name }: { readonly name: string }): string => name || t('map.noName')
