import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Analysis, AnalysisSession } from '../../shared/domain/analysis.ts';
import { analyzeSession } from '../../shared/gait/analyzeSession.ts';
import { exactClip } from '../../shared/gait/invariance.testkit.ts';
import { probeClip } from '../media/probe.ts';
import { dataFiles } from './dataFiles.ts';
import type { ExportContext } from './exporter.ts';

const FILE = fileURLToPath(new URL('../../models/sample/sample.mp4', import.meta.url));

async function namesFor(height: number | null): Promise<string[]> {
  const session: AnalysisSession = {
    ...{ athlete_height_m: height, speed_mps: 3, incline_percent: 0, shoe: null, surface: 'treadmill' },
  };
  const input = exactClip('sample');
  const found = analyzeSession({ session, clips: [input, exactClip('standing')], edits: [] });
  const analysis: Analysis = {
    ...{ schemaVersion: 1, session, clips: found.clips, events: found.events, edits: [], detached_edits: [] },
    ...{ metrics: found.metrics, strides: found.strides.slice(0, 2), findings: [], plan: null },
    provenance: { app_version: '0', model: 'full', model_sha256: '', backend: 'b', settings: {} },
  };
  const context: ExportContext = {
    ...{ athleteName: 'A', sessionDate: '2026-03-02', notes: '', showFace: false, paper: 'a4' },
    ...{
      units: 'metric',
      language: 'en',
      planId: 'p',
      madeAt: '2026-03-02T10:00:00Z',
      coachName: '',
      clubLine: '',
      houseDefinition: null,
    },
    clips: [{ id: input.id, path: FILE, probe: await probeClip(FILE), pose: input.pose.data }],
    results: () => found.results,
  };
  const { signal } = new AbortController();
  const names: string[] = [];
  const formats = ['tables.csv', 'opensim.trc', 'kinogram.jpg'] as const;
  for await (const { name, data } of dataFiles(analysis, context, formats, signal)) {
    expect(data.length, name).toBeGreaterThan(100);
    names.push(name);
  }
  return names;
}

const ALWAYS = ['metrics.csv', 'events.csv', 'strides.csv', 'clip-1 kinogram.jpg'];

it('makes the tables, a kinogram and the files for OpenSim, positions only where a height makes pixels metres', async () => {
  expect(await namesFor(1.76)).toEqual([...ALWAYS, 'clip-1.trc', 'clip-1.mot']);
  expect(await namesFor(null)).toEqual([...ALWAYS, 'clip-1.mot']);
});
