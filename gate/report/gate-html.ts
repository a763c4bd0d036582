import { createHash } from 'node:crypto';
import type { GateReport } from '../gate-report';
import { bilingual, Html, html } from './html';
import { pageScript } from './page-script';
import { pageStyle } from './page-style';
import { accountsSection } from './sections/accounts';
import { assemblyChecksSection } from './sections/assembly-checks';
import { findingsSection } from './sections/findings';
import { methodSection } from './sections/method';
import { overviewSection } from './sections/overview';
import { packsSection } from './sections/packs';
import { readFirstSection } from './sections/read-first';
import { unknownAndManualSection } from './sections/unknown-and-manual';
import { verdictSection } from './sections/verdict';
import { waiversSection } from './sections/waivers';

/**
 * The report as one page that needs nothing else: no network, no external file, no script but its own. Its content security policy
 * lets a browser run and style nothing else, and every text in it is escaped.
 *
 * @param language the language the page opens in; it holds both
 */
export function renderHtml(report: GateReport, language: 'en' | 'ja'): string {
  const { organization, meta } = report;
  const policy = `default-src 'none'; style-src ${hashOf(pageStyle)}; script-src ${hashOf(pageScript)}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Ishizue gate: ${organization.name}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header>
<span class="name"><b lang="zxx">礎</b>Ishizue gate</span>
<span class="about">${organization.name} · ${organization.profile} · ${organization.governedRegions.join(', ')} · ${meta.date}</span>
<span class="languages" role="group" aria-label="Language / 言語"><button type="button" data-language="en" aria-pressed="${String(language === 'en')}">English</button><button type="button" data-language="ja" aria-pressed="${String(language === 'ja')}">日本語</button></span>
</header>
<main>
${verdictSection(report)}
${readFirstSection(report)}
${overviewSection(report)}
${accountsSection(report)}
${findingsSection(report)}
${waiversSection(report)}
${unknownAndManualSection(report)}
${assemblyChecksSection(report)}
${packsSection(report)}
${methodSection()}
</main>
<footer>${bilingual({ en: 'Made by', ja: '作成:' })} ${meta.tool} ${meta.version} · ${meta.date} · ${bilingual({
    en: 'the same content as data is in gate.json',
    ja: '同じ内容のデータが gate.json にあります',
  })}</footer>
<script>${new Html(pageScript)}</script>
</body>
</html>
`;
  return page.markup;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
