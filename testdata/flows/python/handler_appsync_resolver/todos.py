from aws_lambda_powertools.event_handler.graphql_appsync.router import Router

router = Router()


@router.resolver(type_name="Mutation", field_name="export")
def export(name: str):
    return open("/tmp/" + name, "w").name  # slguard:expect path-traversal


@router.resolver(type_name="Mutation", field_name="purge")
def purge(name: str):
    open("/tmp/todo.log", "w")  # slguard:safe
    return name
