/** A language of messages to people. */
export type Language = 'en' | 'ja';

/** A text in every language of the project. */
export type LocalizedText = Readonly<Record<Language, string>>;
