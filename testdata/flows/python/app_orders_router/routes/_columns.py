COLUMNS = {"status": "status", "total": "total_cents", "owner": "owner_id"}


def checked(column):
    try:
        return COLUMNS[column]
    except KeyError:
        raise ValueError("unknown column") from None


def unchecked(column):
    return COLUMNS.get(column, column)
