package invoice;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

final class Params {
    private Params() { }

    static Optional<String> optional(APIGatewayProxyRequestEvent request, String name) {
        return Optional.ofNullable(request.getQueryStringParameters()).map(q -> q.get(name)).filter(v -> !v.isBlank());
    }

    static String required(APIGatewayProxyRequestEvent request, String name) {
        return optional(request, name).orElseThrow(() -> new ValidationException(name + " is missing"));
    }

    static int intParam(APIGatewayProxyRequestEvent request, String name, int fallback) {
        try {
            return optional(request, name).map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new ValidationException(name);
        }
    }

    static String date(APIGatewayProxyRequestEvent request, String name) {
        String raw = optional(request, name).orElse("2020-01-01");
        try {
            return LocalDate.parse(raw).format(DateTimeFormatter.ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new ValidationException(name);
        }
    }

    static String year(APIGatewayProxyRequestEvent request) {
        String year = required(request, "year");
        if (year.length() != 4 || !year.chars().allMatch(Character::isDigit)) {
            throw new ValidationException("year");
        }
        return year;
    }
}
