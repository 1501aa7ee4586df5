package invoice;

class ValidationException extends RuntimeException {
    ValidationException(String message) {
        super(message);
    }
}
