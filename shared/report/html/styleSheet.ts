import { DEFAULT_ACCENT, isReadableOnWhite } from '../../domain/accent.ts';
import { either } from '../../domain/language.ts';

/** Print first: A4 or Letter, dark ink on white; on screen the same page, centred. */
export function styleSheet(paper: 'a4' | 'letter', accent: string = DEFAULT_ACCENT): string {
  if (!isReadableOnWhite(accent)) throw new RangeError(`invalid accent: ${accent}`);
  const size = paper === 'a4' ? 'A4' : 'letter';
  return `
@page { size: ${size}; margin: 16mm 15mm 18mm; }
:root { --ink: #1b2127; --soft: #5b6670; --line: #d9dee3; --accent: ${accent}; --wash: #f3f6f7; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0; }
main { max-width: 190mm; margin: 0 auto; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 2mm; overflow-wrap: anywhere; }
h2 { font-size: 14pt; margin: 9mm 0 3mm; padding-bottom: 1.5mm; border-bottom: 1px solid var(--line); break-after: avoid; }
h3 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p { margin: 0 0 2mm; }
.brand { color: var(--accent); font-weight: 700; letter-spacing: .04em; margin-bottom: 4mm; }
.logo { display: block; max-width: 60mm; max-height: 18mm; margin-bottom: 4mm; }
.cover { border-top: 5px solid var(--accent); padding-top: 6mm; }
.cover .seen { margin: 0 0 2mm; padding-left: 5mm; }
.facts, .soft, footer, figcaption { color: var(--soft); }
.notes { white-space: pre-wrap; overflow-wrap: anywhere; }
.finding { box-decoration-break: clone; -webkit-box-decoration-break: clone; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; padding: 4mm 5mm; margin: 0 0 4mm; }
.finding h3 { margin-top: 0; }
.finding > p, .finding .pictures { break-after: avoid; }
.finding > p:last-child, .finding table ~ p { break-after: auto; }
.finding figure, .finding > p { break-inside: avoid; }
.certificate table, .certificate p { font-size: 9pt; }
.certificate p { break-inside: avoid; }
.tag { display: inline-block; font-size: 8.5pt; border: 1px solid var(--line); border-radius: 99px; padding: .2mm 2.4mm; margin-left: 2mm; color: var(--soft); }
.pictures { display: flex; gap: 4mm; margin: 3mm 0 1mm; }
figure { margin: 0; flex: 0 1 62mm; }
figure .frame { position: relative; line-height: 0; border-radius: 4px; overflow: hidden; background: var(--wash); }
figure img { width: 100%; display: block; }
figure svg { position: absolute; inset: 0; width: 100%; height: 100%; }
figcaption { font-size: 8.5pt; margin-top: 1mm; line-height: 1.35; }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 1.3mm 2.4mm 1.3mm 0; border-bottom: 1px solid var(--line); }
th { font-size: 8.5pt; color: var(--soft); font-weight: 600; }
tr { break-inside: avoid; }
td.number, th.number { white-space: nowrap; }
td .why { display: block; color: var(--soft); font-size: 8.5pt; }
.light td:first-child::after { content: " (${either('lighter', 'leichter')})"; color: var(--soft); }
.safety { border: 1px solid var(--ink); border-radius: 6px; padding: 3mm 4mm; break-inside: avoid; }
dl.glossary { margin: 0; columns: 2; column-gap: 8mm; }
dl.glossary div { break-inside: avoid; margin-bottom: 2.2mm; }
dt { font-weight: 600; }
dd { margin: 0; color: var(--soft); font-size: 9pt; }
ol.cards { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 8mm; }
ol.cards li { break-inside: avoid; margin-bottom: 3mm; }
footer { max-width: 190mm; margin: 8mm auto 0; font-size: 8.5pt; border-top: 1px solid var(--line); padding-top: 2mm; }
@media screen { body { padding: 12mm 6mm; background: #eef1f2; } main, footer { background: #fff; padding: 12mm; } main { border-radius: 8px 8px 0 0; } footer { margin-top: 0; border-radius: 0 0 8px 8px; } }
@media screen and (max-width: 700px) { dl.glossary, ol.cards { columns: 1; } .pictures { flex-direction: column; } }
`;
}
