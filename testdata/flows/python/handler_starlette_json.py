# slguard:handler handler FUNCTION_URL
import os

from mangum import Mangum
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route


async def run(request):
    body = await request.json()
    os.system("run " + body["name"])  # slguard:expect command-injection
    form = await request.form()
    os.system("run " + form["name"])  # slguard:expect command-injection
    os.system("run " + request.path_params["id"])  # slguard:expect command-injection
    os.system("run " + request.headers.get("x-a", ""))  # slguard:expect command-injection
    os.system("run " + (await request.body()).decode())  # slguard:expect command-injection
    os.system("run " + request.method)  # slguard:safe
    return JSONResponse({"name": body["name"]})  # slguard:safe


app = Starlette(routes=[Mount("/v1", routes=[Route("/run/{id}", run, methods=["POST"])])])
handler = Mangum(app, lifespan="off")
