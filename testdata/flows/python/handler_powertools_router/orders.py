import os
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query
from aws_lambda_powertools.event_handler.router import Router

from database import find, find_bound

router = Router()


@router.get("/<number>")
def order(number: str):
    return find(number)


@router.post("/")
def create():
    body = router.current_event.json_body
    os.system("print " + body["name"])  # slguard:expect command-injection
    return {"created": True}


@router.get("/bound/<number>")
def order_bound(number: str):
    return find_bound(number)


@router.delete("/<number>")
def remove(number: int):
    return find_bound(int(number))


@router.put("/<number>")
def replace(number: str):
    label = router.current_event.get_header_value("x-label", default_value="none")
    os.system("print " + label)  # slguard:expect command-injection
    os.system("print " + router.current_event.request_context.request_id)  # slguard:safe
