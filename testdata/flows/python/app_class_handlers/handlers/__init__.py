from .users import UserHandler
from .work import *
