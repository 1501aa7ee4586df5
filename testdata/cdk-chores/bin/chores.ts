import { App } from 'aws-cdk-lib';
import { ChoresStack } from '../lib/chores';

const app = new App();
new ChoresStack(app, 'Chores');
app.synth();
