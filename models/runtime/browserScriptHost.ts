/** The part of a script element that MediaPipe uses. */
class ScriptElement {
  private src = '';
  private loaded: (() => void) | undefined;

  setAttribute(name: string, value: string): void {
    if (name === 'src') this.src = value;
  }
  addEventListener(type: string, listener: () => void): void {
    if (type === 'load') this.loaded = listener;
  }
  run(importScripts: (url: string) => void): void {
    importScripts(this.src);
    this.loaded?.();
  }
}

/**
 * Lets MediaPipe believe that the worker is a page: its own way into workers runs the network's weights as a script. It
 * asks the document for scripts and for a canvas, and no more.
 */
export function pretendPage(importScripts: (url: string) => void): void {
  const document = {
    createElement: (name: string) => (name === 'canvas' ? new OffscreenCanvas(1, 1) : new ScriptElement()),
    body: { appendChild: (script: ScriptElement) => script.run(importScripts) },
  };
  Object.assign(globalThis, { window: globalThis, document });
}
