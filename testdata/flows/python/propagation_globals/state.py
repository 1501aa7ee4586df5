tenant = None
version = "1"


def remember(name):
    global tenant
    tenant = name
