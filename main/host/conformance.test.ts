import { describeConformance } from './conformance.testkit.ts';
import { openMemoryWire } from './wire.testkit.ts';

describeConformance('memory', openMemoryWire);
