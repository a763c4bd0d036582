import { maximumPromptLength } from '../converse/request';

/** Language of the assistant's own messages. */
export type Language = 'en' | 'ja';

type Message = (eventId: string) => string;

const longest = maximumPromptLength.toLocaleString('en');

const messages = {
  promptUnusable: {
    en: () => `I cannot answer this message: it is longer than ${longest} characters.`,
    ja: () => `メッセージが ${longest} 文字を超えているため、お答えできません。`,
  },
  yourBudgetUsed: {
    en: () => 'You have used up your share for today. It starts anew at midnight UTC.',
    ja: () => '本日のあなたの利用上限に達しました。協定世界時の 0 時（日本時間 9 時）に再び使えるようになります。',
  },
  budgetUsed: {
    en: () => 'The budget for today is used up. It starts anew at midnight UTC.',
    ja: () => '本日の利用枠を使い切りました。協定世界時の 0 時（日本時間 9 時）に再び使えるようになります。',
  },
  busy: {
    en: (eventId) => `The model is too busy right now. Please ask again later. (${eventId})`,
    ja: (eventId) => `ただいまモデルが混み合っています。しばらくしてからもう一度お試しください。（${eventId}）`,
  },
  failed: {
    en: (eventId) => `I could not answer this. Please tell the operators this number: ${eventId}`,
    ja: (eventId) => `回答できませんでした。運用担当者にこの番号をお伝えください：${eventId}`,
  },
} as const satisfies Record<string, Record<Language, Message>>;

/** What the assistant says by itself, to whom it could not answer. Never the text of an error. */
export function messageOf(name: keyof typeof messages, language: Language, eventId: string): string {
  return messages[name][language](eventId);
}

/**
 * Text as Slack shows it to the letter. The three characters that begin mentions, links and entities are escaped, so that an answer
 * cannot call a whole channel or hide where a link leads.
 *
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
