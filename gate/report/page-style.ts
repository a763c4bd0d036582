/** The style of the report. No external font, image or colour scheme: it follows the reader's system. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #1d2125; --muted: #646a70; --line: #e3e0da; --code: #f2f0ec;
  --pass: #2d6a4f; --fail: #a3242b; --unknown: #8a5a00; --waived: #44588c; --accent: #5b5247;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --card: #1d2023; --ink: #e6e4e0; --muted: #9aa0a6; --line: #33373b; --code: #272b2f;
    --pass: #7cc4a0; --fail: #f08a8a; --unknown: #e0b25c; --waived: #9fb2e8; --accent: #c9bfb1;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
html[lang="en"] [lang="ja"], html[lang="ja"] [lang="en"] { display: none; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-size: 15px; line-height: 1.6;
  font-family: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif;
}
main, header, footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: baseline; padding-top: 28px; }
header .name { font-weight: 650; letter-spacing: .01em; }
header .name b { font-size: 1.3em; font-weight: 600; color: var(--accent); margin-right: .35em; }
header .about { color: var(--muted); flex: 1; }
.languages { display: flex; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.languages button {
  font: inherit; font-size: 13px; padding: 3px 12px; border: 0; background: transparent; color: var(--muted); cursor: pointer;
}
.languages button[aria-pressed="true"] { background: var(--ink); color: var(--paper); }
.languages button:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--waived); outline-offset: 2px; }
section { margin: 44px 0 0; }
h1 { font-size: 30px; line-height: 1.25; font-weight: 650; margin: 0 0 6px; letter-spacing: -.01em; }
h2 { font-size: 19px; font-weight: 650; margin: 0 0 4px; }
h3 { font-size: 15px; font-weight: 650; margin: 24px 0 4px; }
p { margin: 0 0 12px; max-width: 78ch; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.lead { color: var(--muted); margin-bottom: 14px; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px; }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK JP", monospace; overflow-wrap: anywhere; }
.verdict { border-left: 5px solid var(--accent); padding: 4px 0 4px 20px; margin-top: 28px; }
.verdict.pass { border-color: var(--pass); } .verdict.fail { border-color: var(--fail); }
.verdict.unknown { border-color: var(--unknown); } .verdict.waived { border-color: var(--waived); }
.verdict.pass h1 { color: var(--pass); } .verdict.fail h1 { color: var(--fail); }
.verdict.unknown h1 { color: var(--unknown); } .verdict.waived h1 { color: var(--waived); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(118px, 1fr)); gap: 1px; margin: 24px 0 0;
  background: var(--line); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; padding: 0; }
.figures div { background: var(--card); padding: 12px 16px; display: flex; flex-direction: column; justify-content: space-between; }
.figures dt { color: var(--muted); font-size: 13px; }
.figures dd { margin: 0; font-size: 23px; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.3; }
.is-pass { color: var(--pass); } .is-fail { color: var(--fail); } .is-unknown { color: var(--unknown); }
.is-waived { color: var(--waived); } .is-none { color: var(--muted); font-weight: 400; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 9px 14px; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-weight: 600; font-size: 13px; color: var(--muted); white-space: nowrap; }
tbody th { font-weight: 600; }
td.count, th.count { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td .small, th .small { display: block; font-weight: 400; color: var(--muted); font-size: 13px; }
th .small code { white-space: nowrap; }
.cell span { display: inline-block; margin-right: 10px; white-space: nowrap; }
.tag { display: inline-block; font-size: 12px; font-weight: 600; line-height: 1.5; padding: 0 8px; border-radius: 4px;
  border: 1px solid currentColor; white-space: nowrap; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 12px 0; }
.card > :last-child { margin-bottom: 0; }
.card .title { font-weight: 600; margin: 6px 0 6px; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin: 8px 0 0; font-size: 14px; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.facts ul { margin: 0; padding: 0; list-style: none; }
details { margin: 10px 0 0; }
summary { cursor: pointer; color: var(--muted); }
details ul { margin: 6px 0 0; padding-left: 20px; }
details.account { border-top: 1px solid var(--line); padding: 8px 0 0; } details.account .scroll { margin: 8px 0 12px; }
.chips { max-width: none; margin: 0; }
.chips span { display: inline-block; background: var(--code); border-radius: 4px; padding: 0 7px; margin: 0 2px 4px 0; font-size: 13px; }
.chips span span { padding: 0; margin: 0; } .chips .setting { border: 1px dashed var(--accent); background: transparent; }
svg.life { display: block; width: 130px; height: 10px; margin-top: 6px; }
svg.life .track { fill: var(--line); } svg.life .left { fill: var(--waived); }
svg.life .left.soon { fill: var(--unknown); } svg.life .left.over { fill: var(--fail); }
ol.first { padding-left: 22px; max-width: 88ch; margin: 0; }
ol.first li { margin: 0 0 12px; padding-left: 6px; }
ol.first li { overflow-wrap: anywhere; }
ol.first li::marker { color: var(--muted); }
.card:target { border-color: var(--accent); }
ul.plain { padding-left: 20px; max-width: 78ch; }
footer { color: var(--muted); font-size: 13px; padding-top: 44px; padding-bottom: 44px; }
@media (max-width: 640px) {
  main, header, footer { padding-left: 16px; padding-right: 16px; }
  h1 { font-size: 24px; } section { margin-top: 36px; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 8px; }
  th, td { padding: 8px 10px; }
  table.stack, table.stack tbody { display: block; } table.stack thead { display: none; }
  table.stack tr { display: block; padding: 10px 0; border-top: 1px solid var(--line); }
  table.stack tbody tr:first-child { border-top: 0; }
  table.stack th, table.stack td { display: block; border: 0; padding: 2px 14px; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --code: #fff; }
  body { font-size: 10.5pt; } main, header, footer { max-width: none; padding: 0; }
  .languages, summary { display: none; }
  details::details-content { content-visibility: visible; }
  .scroll { overflow: visible; border-radius: 0; }
  .card, tr { break-inside: avoid; } section { break-before: auto; } h2, h3 { break-after: avoid; }
}
`;
