import os

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

router = APIGatewayHttpRouter()


def only_known(app, next_middleware):
    return next_middleware(app)


@router.put("/<name>", middlewares=[only_known])
def put(name):
    data = router.current_event.json_body
    os.system("job " + data["line"])  # slguard:expect command-injection
    os.system("job " + name)  # slguard:expect command-injection
    header = router.current_event.headers.get("x-job", "none")
    os.system("job " + ("on" if header else "off"))  # slguard:safe
    return {"done": name}
