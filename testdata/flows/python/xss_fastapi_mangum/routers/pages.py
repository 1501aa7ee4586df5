from fastapi import APIRouter, Request, Response

router = APIRouter(prefix="/pages")


@router.get("/search")
async def search(request: Request):
    term = request.query_params.get("q")
    return Response(content=f"<p>Nothing found for {term}</p>", media_type="text/html")  # slguard:expect xss-reflected


@router.get("/plain")
async def plain(request: Request):
    return Response(content=request.query_params.get("q"), media_type="text/plain")  # slguard:safe
