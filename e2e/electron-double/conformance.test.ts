import { describeConformance } from '../../main/host/conformance.testkit.ts';
import { openIpcWire } from './ipcWire.testkit.ts';

describeConformance('Electron IPC (test double)', openIpcWire);
