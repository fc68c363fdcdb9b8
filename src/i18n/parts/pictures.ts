import messages from '../en/pictures.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
