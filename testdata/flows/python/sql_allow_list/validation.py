COLUMNS = ["id", "name", "created"]


def check_column(column):
    if column not in COLUMNS:
        raise ValueError("unknown column")


def pretend_check(column):
    return True
