import messages from '../en/dialogs.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
