export interface PacketLook {
  readonly paper: 'a4' | 'letter';
  readonly largePrint: boolean;
}

/** Print first, black on white; large print is 18 points and more with one card beside the other no longer. */
export function packetStyle({ paper, largePrint }: PacketLook): string {
  const size = largePrint ? '18pt' : '10.5pt';
  return `
@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 14mm 13mm 15mm; }
:root { --ink: #14191e; --soft: #4b555e; --line: #b9c1c8; }
* { box-sizing: border-box; }
html { font: ${size}/1.42 "Inter", "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0; }
main, footer { max-width: 190mm; margin: 0 auto; }
h1 { font-size: 1.9em; line-height: 1.15; margin: 0 0 .3em; overflow-wrap: anywhere; }
h2 { font-size: 1.35em; margin: 1.3em 0 .4em; padding-bottom: .15em; border-bottom: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 1.1em; margin: 0 0 .25em; break-after: avoid; overflow-wrap: anywhere; }
p { margin: 0 0 .5em; }
.brand { font-weight: 700; letter-spacing: .04em; margin-bottom: .6em; }
.facts { font-size: 1.05em; overflow-wrap: anywhere; }
.soft, footer { color: var(--soft); }
.line { display: inline-block; min-width: 9em; border-bottom: 1px solid var(--ink); }
.safety { border: 2px solid var(--ink); border-radius: 6px; padding: .7em 1em; margin: 1em 0; break-inside: avoid; }
.safety h2 { margin: 0 0 .3em; border: 0; }
.drills { break-before: page; }
.drills > h2 { margin-top: 0; }
.cards { ${largePrint ? '' : 'display: grid; grid-template-columns: 1fr 1fr; gap: 4mm;'} }
.card { break-inside: avoid; border: 1px solid var(--line); border-radius: 6px; padding: .5em .8em; ${largePrint ? 'margin: 0 0 5mm;' : ''} }
.card svg { display: block; width: 100%; max-height: ${largePrint ? '70mm' : '33mm'}; margin: 0 0 .4em; }
.card ol { margin: 0 0 .4em; padding-left: 1.3em; }
.card p { margin-bottom: .3em; }
.card p.soft { font-size: ${largePrint ? '1em' : '.88em'}; }
.card .dose { font-weight: 600; }
.week { break-inside: avoid; margin: 0 0 6mm; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25em .4em; border: 1px solid var(--line); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.log { font-size: ${largePrint ? '.8em' : '.92em'}; table-layout: fixed; }
.log th:first-child { width: ${largePrint ? '40%' : '38%'}; font-weight: 400; }
.log thead th { font-weight: 600; text-align: center; overflow-wrap: anywhere; }
.log td { text-align: center; }
.log .box { font-size: 1.35em; line-height: 1; }
.log .write td { height: 2.1em; }
footer { font-size: ${largePrint ? '.8em' : '.82em'}; border-top: 1px solid var(--line); padding-top: .5em; margin-top: 1.5em; }
@media screen { body { padding: 8mm 5mm; } }
@media screen and (max-width: 700px) { .cards { display: block; } .card { margin-bottom: 4mm; } .week { overflow-x: auto; } }
`;
}
