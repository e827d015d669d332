/** Runs before the page in its own world, sandboxed. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('midstance', createBridge({ ipcRenderer, webUtils }));
