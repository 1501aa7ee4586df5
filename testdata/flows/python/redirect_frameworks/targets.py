LOCAL = ("/", "/orders", "/profile")


def local_target(wanted):
    if wanted not in LOCAL:
        return "/"
    return wanted
