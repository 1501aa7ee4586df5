# slguard:handler handler DYNAMODB_STREAM
# slguard:handler sound DYNAMODB_STREAM
import jmespath
from boto3.dynamodb.types import TypeDeserializer

from sink import index, index_bound

deserializer = TypeDeserializer()


def unmarshall(image):
    return {key: deserializer.deserialize(value) for key, value in image.items()}


def handler(event, context):
    for record in event["Records"]:
        image = record["dynamodb"]["NewImage"]
        index(image["name"]["S"])
        index(unmarshall(image)["name"])
        index(jmespath.search("name.S", image))


def sound(event, context):
    for record in event["Records"]:
        image = unmarshall(record["dynamodb"]["NewImage"])
        index_bound(image["name"], record["eventName"])
