from aws_lambda_powertools.event_handler.api_gateway import Router

from ..repository import OrderRepository
from ._columns import checked, unchecked

router = Router()
repository = OrderRepository.from_environment()


@router.get("/by/<column>")
def by_column(column):
    needle = router.current_event.query_string_parameters.get("needle", "")
    with repository.cursor() as cur:
        cur.execute("SELECT id FROM orders WHERE " + checked(column) + " = %s", [needle])  # slguard:safe
        cur.execute("SELECT id FROM orders WHERE " + unchecked(column) + " = %s", [needle])  # slguard:expect sql-injection
        return cur.fetchall()


@router.post("/save")
def save():
    body = router.current_event.json_body
    repository.update_composed(body["id"], body["changes"])
    return {"ok": True}
