# slguard:handler app HTTP_API_V1
import os
import re

import boto3
from chalice import BadRequestError, Chalice, ConflictError, CORSConfig, NotFoundError, Response

app = Chalice(app_name="inventory")
cors = CORSConfig(allow_origin="https://shop.example", max_age=600)
_table = None
SKU = re.compile(r"[A-Z]{3}-[0-9]{4}")


def table():
    global _table
    if _table is None:
        _table = boto3.resource("dynamodb").Table(os.environ["INVENTORY"])
    return _table


@app.route("/items", methods=["GET"], cors=cors)
def items():
    params = app.current_request.query_params or {}
    page = table().scan(Limit=min(int(params.get("limit", "20")), 100))  # slguard:safe
    return {"items": page["Items"]}


@app.route("/items/{sku}", methods=["GET"], cors=cors)
def item(sku):
    found = table().get_item(Key={"sku": sku}).get("Item")  # slguard:safe
    if not found:
        raise NotFoundError("no such item")
    return found


@app.route("/items/{sku}", methods=["PUT"], cors=cors)
def put(sku):
    if not SKU.fullmatch(sku):
        raise BadRequestError("sku")
    body = app.current_request.json_body
    table().put_item(Item={"sku": sku, "count": int(body["count"]), "label": body.get("label", sku)})  # slguard:safe
    return Response(body={"sku": sku}, status_code=201, headers={"Location": f"/items/{sku}"})  # slguard:safe


@app.route("/labels/{sku}", methods=["GET"])
def label(sku):
    if not SKU.fullmatch(sku):
        raise BadRequestError("sku")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{sku}</text></svg>'
    return Response(body=svg, headers={"Content-Type": "image/svg+xml"})  # slguard:safe


@app.on_sqs_message(queue="stock", batch_size=10)
def stock(event):
    for record in event:
        sku, _, count = record.body.partition(":")
        table().update_item(Key={"sku": sku}, UpdateExpression="SET #c = :c",  # slguard:safe
                            ExpressionAttributeNames={"#c": "count"}, ExpressionAttributeValues={":c": int(count)})


@app.schedule("rate(1 day)")
def report(event):
    count = sum(1 for _ in table().scan()["Items"])
    app.log.info("%d items", count)
