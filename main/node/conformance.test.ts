import { describeConformance } from '../host/conformance.testkit.ts';
import { openHttpWire } from './httpWire.testkit.ts';

describeConformance('HTTP', openHttpWire);
