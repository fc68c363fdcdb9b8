import messages from '../en/network.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
