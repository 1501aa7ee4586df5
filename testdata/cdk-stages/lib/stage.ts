import { Stage, StageProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TicketsStack } from './tickets';

/** What one environment gets. */
export class TicketsStage extends Stage {
  constructor(scope: Construct, id: string, props?: StageProps) {
    super(scope, id, props);
    new TicketsStack(this, 'Tickets', id === 'Prod');
  }
}
