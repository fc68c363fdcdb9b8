/** The dialogs that can be opened over a map. */
export type EditorDialog = 'connect' | 'export' | 'import' | 'settings' | 'keys' | 'kept'
