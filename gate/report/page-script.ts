/** Switches the language of the page. Without scripts the page stays in the language it was written in. */
export const pageScript = `
(() => {
  const buttons = document.querySelectorAll('[data-language]');
  const show = (language) => {
    document.documentElement.lang = language;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  };
  for (const button of buttons) button.addEventListener('click', () => show(button.dataset.language));
})();
`;
