# slguard:handler handler SQS
# slguard:handler parsed HTTP_API_V2
import os

from aws_lambda_powertools.utilities.parser import envelopes, event_parser, parse

from schemas import Order, Upload


@event_parser(model=Order, envelope=envelopes.SqsEnvelope)
def handler(event: list[Order], context):
    for order in event:
        os.system("run " + order.name)  # slguard:expect command-injection
        os.system("run %d" % order.amount)  # slguard:safe
        os.system("run " + order.currency)  # slguard:safe


def parsed(event, context):
    upload = parse(event=event, model=Upload, envelope=envelopes.ApiGatewayV2Envelope)
    os.system("run " + upload.file)  # slguard:expect command-injection
    os.system("run %s" % upload.id)  # slguard:safe
