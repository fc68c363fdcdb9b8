/** The dialogs that can be opened over a map. */
export type EditorDialog = 'export' | 'import' | 'settings' | 'keys'
