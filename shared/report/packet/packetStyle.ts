import { DEFAULT_ACCENT, isReadableOnWhite } from '../../domain/accent.ts';

export interface PacketLook {
  readonly paper: 'a4' | 'letter';
  readonly largePrint: boolean;
  readonly accent?: string;
}

/** Print first, black on white; large print is 18 points, and 14 in the tables. */
export function packetStyle({ paper, largePrint, accent = DEFAULT_ACCENT }: PacketLook): string {
  if (!isReadableOnWhite(accent)) throw new RangeError(`invalid accent: ${accent}`);
  const size = largePrint ? '18pt' : '10.5pt';
  return `
@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 14mm 13mm 15mm; }
:root { --ink: #14191e; --accent: ${accent}; --soft: #4b555e; --line: #b9c1c8; }
* { box-sizing: border-box; }
html { font: ${size}/1.42 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0; }
main, footer { max-width: 190mm; margin: 0 auto; }
h1 { font-size: 1.9em; line-height: 1.15; margin: 0 0 .3em; overflow-wrap: anywhere; }
h2 { font-size: 1.35em; margin: 1.3em 0 .4em; padding-bottom: .15em; border-bottom: 2px solid var(--accent); break-after: avoid; }
h3 { font-size: 1.1em; margin: 0 0 .25em; break-after: avoid; overflow-wrap: anywhere; }
p { margin: 0 0 .5em; }
.logo { display: block; max-width: 60mm; max-height: 18mm; margin-bottom: .6em; }
.brand { font-weight: 700; letter-spacing: .04em; margin-bottom: .6em; }
.facts { font-size: 1.05em; overflow-wrap: anywhere; }
.soft, footer { color: var(--soft); }
.line { display: inline-block; min-width: 9em; border-bottom: 1px solid var(--ink); }
.safety { border: 2px solid var(--ink); border-radius: 6px; padding: .7em 1em; margin: 1em 0; break-inside: avoid; }
.safety h2 { margin: 0 0 .3em; border: 0; }
.card { display: flow-root; break-inside: avoid; border: 1px solid var(--line); border-radius: 6px; padding: .5em .8em; margin: 0 0 3mm; line-height: 1.34; }
.card .drawing { float: left; width: ${largePrint ? '56mm' : '40mm'}; margin: 0 4mm 1mm 0; }
.card ol { display: flow-root; margin: 0 0 .4em; padding-left: 1.3em; }
.card p { margin-bottom: .3em; }
.card p.soft { font-size: ${largePrint ? '.84em' : '.88em'}; }
.drills > p { break-after: avoid; }
.card .dose { font-weight: 600; }
.weeks { ${largePrint ? '' : 'break-before: page;'} }
.beat { break-inside: avoid; }
.weeks > h2 { margin-top: 0; }
/* A week in large print is longer than a page: its head comes again, and the next one follows. A head is an inline block, which no browser tears between two pages. */
.week { ${largePrint ? '' : 'break-inside: avoid;'} margin: 0 0 6mm; }
.weekHead { display: inline-block; width: 100%; break-after: avoid; }
.weekHead p { margin-bottom: .3em; }
.file { font-size: .85em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25em .4em; border: 1px solid var(--line); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.log { font-size: ${largePrint ? '.8em' : '.92em'}; table-layout: fixed; }
.log th:first-child { width: ${largePrint ? '40%' : '38%'}; font-weight: 400; }
.log thead th { font-weight: 600; text-align: center; padding-inline: 0; overflow-wrap: anywhere; }
.log td { text-align: center; }
.log .box { font-size: 1.35em; line-height: 1; }
.log .write td { height: 2.1em; }
footer { font-size: ${largePrint ? '.8em' : '.82em'}; border-top: 1px solid var(--line); padding-top: .5em; margin-top: 1.5em; }
@media screen { body { padding: 8mm 5mm; } }
@media screen and (max-width: 700px) { .card .drawing { float: none; display: block; margin: 0 auto 2mm; } .week { overflow-x: auto; } }
`;
}
