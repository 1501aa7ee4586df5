# slguard:handler lambda_handler HTTP_API_V2
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

import orders

app = APIGatewayHttpResolver()
app.include_router(orders.router, prefix="/orders")


@app.get("/health")
def health():
    return {"ok": True}


@app.not_found
def missing(error):
    return {"path": "unknown"}


def lambda_handler(event, context):
    return app.resolve(event, context)
