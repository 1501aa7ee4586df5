package invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

public class Invoice {
    private String number;
    private Customer customer = new Customer();
    private BigDecimal total;
    private List<Line> lines = new ArrayList<>();

    public String getNumber() { return number; }
    public void setNumber(String number) { this.number = number; }
    public Customer getCustomer() { return customer; }
    public void setCustomer(Customer customer) { this.customer = customer; }
    public BigDecimal getTotal() { return total; }
    public void setTotal(BigDecimal total) { this.total = total; }
    public List<Line> getLines() { return lines; }
    public void setLines(List<Line> lines) { this.lines = lines; }

    public static class Customer {
        private String name;
        private String country;
        public String getName() { return name; }
        public void setName(String name) { this.name = name; }
        public String getCountry() { return country; }
        public void setCountry(String country) {
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("country");
            }
            this.country = country;
        }
    }

    public static class Line {
        public String article;
        public int amount;
    }
}
