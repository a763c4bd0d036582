import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { english } from '../../../gate/finding';
import { judge } from '../../../gate/judge';
import { renderHtml } from '../../../gate/report/gate-html';
import { bilingual, escapeHtml, html } from '../../../gate/report/html';
import { inputWithFinding, reportOf, soundInput, suppressed, violationOf, waiverOf } from '../fixture-evidence';

const waived = judge(
  inputWithFinding({
    plugins: [suppressed('[W-0001] It is the log bucket.')],
    waivers: [waiverOf({ expires: '2026-12-01', ticket: 'SEC-7' })],
  }),
);
const failing = judge(inputWithFinding());
const text = (page: string) => page.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, '').replace(/<[^>]+>/g, ' ');

describe('the page of the gate', () => {
  test('needs nothing else: no address, no image, no import', () => {
    for (const report of [waived, failing]) {
      const page = renderHtml(report, 'en');
      expect(page).not.toMatch(/\b(src|srcset|action|poster)=|url\(|@import|https?:\/\//);
      expect([...page.matchAll(/href="([^"]*)"/g)].every(([, target]) => target?.startsWith('#'))).toBe(true);
    }
  });

  test('allows its own style and script to the byte, and nothing else', () => {
    const page = renderHtml(failing, 'en');
    const hash = (tag: string) => {
      const [, content = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page) ?? [];
      return `&#39;sha256-${createHash('sha256').update(content).digest('base64')}&#39;`;
    };
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src ${hash('style')}; script-src ${hash('script')}; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
    expect(page.match(/<script|<style/g)).toHaveLength(2);
    expect(page).not.toMatch(/ (style|on[a-z]+)=/);
  });

  test('says everything in both languages, and shows the one that is chosen', () => {
    for (const [language, verdict] of [
      ['en', 'Findings block'],
      ['ja', '不合格'],
    ] as const) {
      const page = renderHtml(failing, language);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(`data-language="${language}" aria-pressed="true"`);
      expect(page).toContain(verdict);
    }
    const page = renderHtml(failing, 'en');
    expect(page.match(/<span lang="en">/g)?.length).toBe(page.match(/<span lang="ja">/g)?.length);
  });

  test('leads from the first thing to read to the finding, with the file to edit', () => {
    const page = renderHtml(failing, 'en');
    expect(page).toContain('<a href="#finding-1">');
    expect(page).toContain('id="finding-1"');
    expect(text(page)).toContain('constructs/trail-bucket.ts:40');
  });

  test('shows at most five things to read first', () => {
    const violations = Array.from({ length: 9 }, (_, index) => violationOf(`W${index}`));
    const page = renderHtml(
      judge(soundInput({ plugins: [reportOf('CloudFormation Validate', { violations })] })),
      'en',
    );
    expect(page.match(/<li><span class="tag/g)).toHaveLength(5);
    expect(page.match(/<article/g)).toHaveLength(9);
  });

  test('shows a waiver with its owner, reason, ticket, line and the days that are left', () => {
    const page = text(renderHtml(waived, 'en'));
    for (const part of ['W-0001', 'It is the log bucket.', 'platform', 'SEC-7', 'waivers.yaml:1', 'in 7 days']) {
      expect(page).toContain(part);
    }
    expect(renderHtml(waived, 'en')).toMatch(/<rect class="left soon" width="\d+"/);
  });

  test('has a row for each account and what each family of checks says', () => {
    const page = text(renderHtml(failing, 'en'));
    for (const account of ['management', 'log-archive', 'audit', 'assistant']) expect(page).toContain(account);
    for (const family of ['AwsSolutions', 'CloudFormation Validate', 'Assembly']) expect(page).toContain(family);
  });

  test('says what each account receives: stacks, resources and settings', () => {
    const page = text(renderHtml(failing, 'en'));
    for (const part of ['log-archive-storage', 'S3 Bucket ', 'KMS Key ', 'guardduty-organization']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('Custom Settings');
  });

  test('is the same every time', () => {
    expect(renderHtml(judge(inputWithFinding()), 'en')).toBe(renderHtml(failing, 'en'));
  });

  test('runs nothing that a name or message contains', () => {
    const attack = '<img src=x onerror=alert(1)>"\'&';
    const violations = [
      violationOf(attack, `log-archive-storage/${attack}`, { description: attack, suggestedFix: attack }),
    ];
    const reason = { en: attack, ja: attack };
    const waivers = [waiverOf({ reason, owner: attack, ticket: attack, expires: '2026-11-20', place: attack })];
    const page = renderHtml(judge(soundInput({ plugins: [reportOf(attack, { violations })], waivers })), 'en');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });
});

describe('markup', () => {
  test('never lets a text become a tag, an entity or the end of an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ';', '#') }), (hostile) => {
        const { markup } = html`<p title="${hostile}">${hostile}</p>`;
        const [, attribute, content] = /^<p title="([^"<>']*)">([^<>"']*)<\/p>$/.exec(markup) ?? [];
        expect(attribute).toBe(escapeHtml(hostile));
        expect(content).toBe(attribute);
        expect(decoded(attribute ?? '')).toBe(hostile);
      }),
    );
  });

  test('says a thing once when both languages say the same', () => {
    expect(bilingual(english('AwsSolutions')).markup).toBe('AwsSolutions');
    expect(bilingual({ en: 'none', ja: 'なし' }).markup).toBe('<span lang="en">none</span><span lang="ja">なし</span>');
  });

  test('leaves out what is absent', () => {
    expect(html`<p>${undefined}${[html`<b>${1}</b>`, 'x']}</p>`.markup).toBe('<p><b>1</b>x</p>');
  });
});

function decoded(text: string): string {
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? '');
}
