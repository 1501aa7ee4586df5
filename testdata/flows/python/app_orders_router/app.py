# slguard:handler lambda_handler HTTP_API_V2
from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, CORSConfig
from aws_lambda_powertools.event_handler.exceptions import BadRequestError, NotFoundError
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from .repository import OrderRepository
from .routes import exports, search

logger = Logger(service="orders")
tracer = Tracer()
metrics = Metrics(namespace="Shop")
app = APIGatewayHttpResolver(cors=CORSConfig(allow_origin="https://shop.example", max_age=300))
app.include_router(search.router, prefix="/search")
app.include_router(exports.router)
orders = OrderRepository.from_environment()


@app.get("/orders/<order_id>")
@tracer.capture_method
def get_order(order_id: str):
    order = orders.find(order_id)
    if order is None:
        raise NotFoundError(f"order {order_id} not found")
    return order


@app.get("/orders")
def list_orders():
    sort = app.current_event.get_query_string_value("sort", default_value="created_at")
    if sort not in OrderRepository.SORTABLE:
        raise BadRequestError("unsupported sort")
    owner = app.current_event.get_query_string_value(name="owner", default_value="")
    return orders.listing(sort, owner)


@app.patch("/orders/<order_id>")
def patch_order(order_id: str):
    changes = app.current_event.json_body
    orders.update(order_id, changes)
    return {"updated": True}, 200, {"x-shop": "1"}


@app.exception_handler(ValueError)
def on_value_error(problem):
    logger.exception("invalid request")
    return {"message": "invalid"}, 400


@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
@tracer.capture_lambda_handler
@metrics.log_metrics(capture_cold_start_metric=True)
def lambda_handler(event: dict, context: LambdaContext) -> dict:
    return app.resolve(event, context)
