/** Characters that steer a terminal or turn the direction of a line: a prompt may hold them, and must not repaint the screen. */
const steering = /(?![\t\n\u200d])[\p{Cc}\p{Cf}]/gu;

/** A text of somebody else's as it may be shown in a terminal. */
export function visible(text: string): string {
  return text.replace(steering, '\ufffd');
}
