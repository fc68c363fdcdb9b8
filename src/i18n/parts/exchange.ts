import messages from '../en/exchange.json'
import { addMessages } from '../i18n.ts'

addMessages(messages)
