# slguard:handler handler HTTP_API_V2
import os

from django.core.asgi import get_asgi_application
from mangum import Mangum

from . import urls

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
handler = Mangum(get_asgi_application(), lifespan="off")
