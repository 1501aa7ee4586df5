from acme import checks, text, warehouse
from acme.web import current_request


def handler(event, context):
    request = current_request()
    region = request.param("region")
    rows = warehouse.run("select * from sales where region = '" + region + "'")  # flow
    rows += warehouse.run("select * from sales where region = " + warehouse.quoted(region))
    statement = []
    text.fill(statement, request.param("column"))
    rows += warehouse.run("select " + statement[0] + " from sales")  # flow
    table = request.param("table")
    checks.require_identifier(table)
    rows += warehouse.run("select * from " + table)
    return {"statusCode": 200, "body": str(len(rows))}
