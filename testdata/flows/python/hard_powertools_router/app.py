# slguard:handler lambda_handler HTTP_API_V2
import subprocess
from typing import Annotated

from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response, content_types
from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel

from jobs import router as jobs_router

logger = Logger()
tracer = Tracer()
app = APIGatewayHttpResolver(enable_validation=True)
app.include_router(jobs_router, prefix="/jobs")


class Todo(BaseModel):
    title: str
    priority: int


@app.post("/todos")
@tracer.capture_method
def create(todo: Todo, tag: Annotated[str, Query(pattern="^[a-z]+$")] = "x"):
    subprocess.getoutput("todo " + todo.title)  # slguard:expect command-injection
    subprocess.getoutput(f"todo {todo.priority} {tag}")  # slguard:safe
    return {"ok": True}


@app.get("/todos/<todo_id>")
def show(todo_id: str):
    subprocess.getoutput("todo " + todo_id)  # slguard:expect command-injection
    name = app.current_event.query_string_parameters.get("name", "")
    subprocess.getoutput("todo " + name)  # slguard:expect command-injection
    subprocess.getoutput("todo " + app.current_event.request_context.request_id)  # slguard:safe
    return Response(status_code=200, content_type=content_types.TEXT_HTML, body=f"<b>{todo_id}</b>")  # slguard:expect xss-reflected


@app.get("/count/<number>")
def count(number: int):
    subprocess.getoutput(f"count {number}")  # slguard:safe
    return {"number": number}


@app.not_found
def missing(error):
    return Response(status_code=404, content_type=content_types.APPLICATION_JSON, body="{}")  # slguard:safe


@logger.inject_lambda_context(log_event=False)
@tracer.capture_lambda_handler
def lambda_handler(event, context):
    return app.resolve(event, context)
