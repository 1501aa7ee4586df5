# slguard:handler lambda_handler HTTP_API_V1
import os
from typing import Annotated, List, Optional

import boto3
from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response, content_types
from aws_lambda_powertools.event_handler.exceptions import NotFoundError, ServiceError
from aws_lambda_powertools.event_handler.openapi.params import Path, Query
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.metrics import MetricUnit
from boto3.dynamodb.conditions import Key
from pydantic import BaseModel, Field

logger, tracer, metrics = Logger(), Tracer(), Metrics()
app = APIGatewayRestResolver(enable_validation=True, strip_prefixes=["/v1"])
table = boto3.resource("dynamodb").Table(os.environ["TODOS"])


class Todo(BaseModel):
    title: str = Field(min_length=1, max_length=100)
    done: bool = False
    tags: List[str] = Field(default_factory=list, max_length=10)


@app.get("/todos/<owner>")
@tracer.capture_method
def todos(owner: Annotated[str, Path(pattern="^[a-z]+$")], limit: Annotated[int, Query(gt=0, le=50)] = 10,
          after: Optional[str] = None):
    arguments = dict(KeyConditionExpression=Key("owner").eq(owner), Limit=limit)
    if after:
        arguments["ExclusiveStartKey"] = {"owner": owner, "title": after}
    metrics.add_metric(name="listed", unit=MetricUnit.Count, value=1)
    return table.query(**arguments)["Items"]  # slguard:safe


@app.post("/todos/<owner>")
def add(owner: str, todo: Todo):
    table.put_item(Item={"owner": owner, **todo.model_dump()})  # slguard:safe
    logger.info("stored", extra={"done": todo.done})
    return Response(status_code=201, content_type=content_types.APPLICATION_JSON, body=todo.model_dump_json())  # slguard:safe


@app.delete("/todos/<owner>/<title>")
def delete(owner: str, title: str):
    gone = table.delete_item(Key={"owner": owner, "title": title}, ReturnValues="ALL_OLD").get("Attributes")  # slguard:safe
    if gone is None:
        raise NotFoundError("unknown")
    return {"deleted": title}


@app.exception_handler(RuntimeError)
def broken(problem: RuntimeError):
    logger.exception("broken")
    raise ServiceError(503, "try again")


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_REST)
@tracer.capture_lambda_handler
@metrics.log_metrics
def lambda_handler(event, context):
    return app.resolve(event, context)
