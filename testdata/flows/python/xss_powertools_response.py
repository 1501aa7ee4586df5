# slguard:handler lambda_handler REST_API
import html

from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, Response, content_types

logger = Logger()
tracer = Tracer()
app = APIGatewayRestResolver()


@app.get("/hello/<name>")
@tracer.capture_method
def hello(name: str):
    return Response(status_code=200, content_type=content_types.TEXT_HTML, body=f"<p>Hello {name}</p>")  # slguard:expect xss-reflected


@app.get("/escaped/<name>")
def escaped(name: str):
    return Response(status_code=200, content_type="text/html", body=f"<p>Hello {html.escape(name)}</p>")  # slguard:safe


@app.get("/data/<name>")
def data(name: str):
    return {"name": "<p>" + name}  # slguard:safe


@logger.inject_lambda_context
@tracer.capture_lambda_handler
def lambda_handler(event, context):
    return app.resolve(event, context)
