import messages from '../en/merge.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
