# slguard:handler lambda_handler SQS
# slguard:handler stream KINESIS
# slguard:handler context_manager SQS
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, batch_processor, process_partial_response

from records import on_kinesis, on_message, on_model, Wanted

processor = BatchProcessor(event_type=EventType.SQS)
stream_processor = BatchProcessor(event_type=EventType.KinesisDataStreams)
model_processor = BatchProcessor(event_type=EventType.SQS, model=Wanted)


def lambda_handler(event, context):
    return process_partial_response(event=event, record_handler=on_message, processor=processor, context=context)


@batch_processor(record_handler=on_kinesis, processor=stream_processor)
def stream(event, context):
    return stream_processor.response()


def context_manager(event, context):
    with processor(records=event["Records"], handler=on_model):
        processor.process()
    return processor.response()
