import type { Notice } from '../domain/analysis.ts';

/** `stop`: no value of the clip can be trusted; `warn`: some are less sure; `ok`: looked at and fine. */
export interface CameraCheck extends Notice {
  readonly severity: 'ok' | 'warn' | 'stop';
}

export const fine = (code: string, params: Notice['params'] = {}): CameraCheck => ({
  severity: 'ok',
  code,
  params,
});
export const warn = (code: string, params: Notice['params'] = {}): CameraCheck => ({
  severity: 'warn',
  code,
  params,
});
export const stop = (code: string, params: Notice['params'] = {}): CameraCheck => ({
  severity: 'stop',
  code,
  params,
});
