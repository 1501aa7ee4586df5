import { App } from 'aws-cdk-lib';
import { TicketsStage } from '../lib/stage';

const app = new App();
new TicketsStage(app, 'Beta');
new TicketsStage(app, 'Prod');
app.synth();
