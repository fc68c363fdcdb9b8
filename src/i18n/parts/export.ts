import messages from '../en/export.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
