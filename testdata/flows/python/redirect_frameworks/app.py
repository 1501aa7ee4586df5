# slguard:handler handler
from mangum import Mangum
from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Route

from targets import local_target


async def login(request):
    return RedirectResponse(request.query_params["next"])  # slguard:expect open-redirect


async def logout(request):
    return RedirectResponse(url="/bye?from=" + request.query_params["from"], status_code=303)  # slguard:safe


async def home(request):
    return RedirectResponse(local_target(request.query_params["next"]))  # slguard:safe


app = Starlette(routes=[Route("/login", login), Route("/logout", logout), Route("/home", home)])
handler = Mangum(app)
