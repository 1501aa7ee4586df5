package invoice;

import java.util.stream.Collectors;

class InvoiceService {
    private final InvoiceDao dao;

    InvoiceService(InvoiceDao dao) {
        this.dao = dao;
    }

    Response create(Invoice invoice) {
        dao.insert(invoice);
        dao.insertLines(invoice.getLines().stream().map(l -> "('" + l.article + "', " + l.amount + ")").collect(Collectors.toList()));
        dao.insertAmounts(invoice.getLines().stream().map(l -> String.valueOf(l.amount)).collect(Collectors.joining(",")));
        dao.country(invoice.getCustomer().getCountry());
        return Response.json(201, "{}");
    }

    Response list(int page, String status, String from) {
        dao.byStatus(status);
        dao.since(from);
        dao.page(page);
        return Response.json(200, "[]");
    }

    Response get(String number, String year) {
        dao.one(number);
        dao.bound(number);
        dao.ofYear(year);
        return Response.json(200, "{}");
    }
}
