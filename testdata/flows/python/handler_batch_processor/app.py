# slguard:handler lambda_handler SQS
# slguard:handler old_handler SQS
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, batch_processor, process_partial_response

from records import record_handler, sound_record_handler

logger = Logger()
processor = BatchProcessor(event_type=EventType.SQS)


@logger.inject_lambda_context
def lambda_handler(event, context):
    return process_partial_response(event=event, record_handler=record_handler, processor=processor, context=context)


@batch_processor(record_handler=sound_record_handler, processor=processor)
def old_handler(event, context):
    return processor.response()
