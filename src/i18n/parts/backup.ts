import messages from '../en/backup.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
