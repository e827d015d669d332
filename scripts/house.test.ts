import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** Tables of data, not logic: their length is the number of rows. */
const dataTables = /(^shared\/program\/data\/|\/i18n\/locales\/|\.generated\.)/;

function lineCount(file: string): number {
  return readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1;
}

/** The files that a project names itself, without those that they import. */
function filesOf(project: string): string[] {
  const { config } = ts.readConfigFile(project, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(project)).fileNames;
}

describe('the house', () => {
  it('keeps every source file under 400 lines and 9 of 10 under 250', () => {
    const sources = tracked.filter((file) => /\.(ts|tsx|mjs|cjs|css)$/.test(file) && !dataTables.test(file));
    const lengths = sources
      .map((file) => ({ file, lines: lineCount(file) }))
      .sort((a, b) => a.lines - b.lines);
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const p90 = lengths[Math.floor(lengths.length * 0.9)]?.lines ?? 0;
    expect(p90).toBeLessThanOrEqual(250);
  });

  it('gives every dependency a home', () => {
    const { dependencies = {} } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    const sources = tracked
      .filter((file) => /\.(ts|tsx|mjs)$|^models\/manifest\.json$/.test(file))
      .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
      .join('\n');
    const homeless = Object.keys(dependencies).filter(
      (name) => ![`'${name}`, `"${name}"`, `/${name}/`].some((used) => sources.includes(used)),
    );
    expect(homeless).toEqual([]);
  });

  it('checks the types of every file: each belongs to a project that `check` reads', () => {
    const projects = [
      ...readFileSync(`${root}/scripts/run.mjs`, 'utf8').matchAll(/'([\w/]+tsconfig[\w.]*\.json)'/g),
    ];
    const checked = new Set(projects.flatMap(([, project]) => filesOf(`${root}${project}`)));
    expect(checked.size).toBeGreaterThan(1000);
    const sources = tracked.filter((file) => /\.tsx?$/.test(file) && existsSync(`${root}${file}`));
    expect(sources.filter((file) => !checked.has(`${root}${file}`))).toEqual([]);
  });

  it('names no place of a machine and no registry host', () => {
    const forbidden = /\/work\/|\/root\/|registry\.npmjs|\/home\/[a-z]/;
    const texts = tracked.filter(
      (file) => /\.(ts|tsx|mjs|cjs|css|md|json|yml|html)$/.test(file) && !file.endsWith('house.test.ts'),
    );
    expect(texts.filter((file) => forbidden.test(readFileSync(`${root}/${file}`, 'utf8')))).toEqual([]);
  });
});
