from fastapi import APIRouter

from . import exports, imports

router = APIRouter()
router.include_router(exports.router, prefix="/exports")
router.include_router(imports.router, prefix="/imports")
