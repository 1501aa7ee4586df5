import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Algorithms, generators and checks: the broken and the sound choice side by side. */
public class WeakCryptoChoices implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String DIGEST = "SHA-1";
  private final Random random = new Random();
  private final SecureRandom secure = new SecureRandom();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      digests();
      ciphers();
      tokens();
      trust();
    } catch (Exception e) {
      context.getLogger().log("failed");
    }
    return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
  }

  private void digests() throws Exception {
    MessageDigest.getInstance("MD5"); // slguard:expect weak-crypto
    MessageDigest.getInstance(DIGEST); // slguard:expect weak-crypto
    MessageDigest.getInstance("SHA-256"); // slguard:safe
    Mac.getInstance("HmacSHA1"); // slguard:safe sound inside an HMAC
  }

  private void ciphers() throws Exception {
    Cipher.getInstance("AES"); // slguard:expect weak-crypto
    Cipher.getInstance("AES/ECB/PKCS5Padding"); // slguard:expect weak-crypto
    Cipher.getInstance("DESede/CBC/PKCS5Padding"); // slguard:expect weak-crypto
    Cipher.getInstance("AES/GCM/NoPadding"); // slguard:safe
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); // slguard:safe the mode of RSA is a word only
    new IvParameterSpec(new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}); // slguard:expect weak-crypto
    new GCMParameterSpec(128, "fixed-nonce!".getBytes()); // slguard:expect weak-crypto
    byte[] iv = new byte[12];
    secure.nextBytes(iv);
    new GCMParameterSpec(128, iv); // slguard:safe
    byte[] guessed = new byte[16];
    random.nextBytes(guessed);
    new IvParameterSpec(guessed); // slguard:expect weak-crypto
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024); // slguard:expect weak-crypto
    KeyPairGenerator large = KeyPairGenerator.getInstance("RSA");
    large.initialize(3072); // slguard:safe
  }

  private void tokens() {
    StringBuilder code = new StringBuilder();
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      sound.append(ALPHABET.charAt(secure.nextInt(ALPHABET.length())));
    }
    String resetToken = code.toString(); // slguard:expect weak-crypto
    String sessionToken = sound.toString(); // slguard:safe
    int otp = 100000 + ThreadLocalRandom.current().nextInt(900000); // slguard:expect weak-crypto
    int delay = random.nextInt(500); // slguard:safe nobody gains by guessing it
    String nonce = Long.toHexString(Double.doubleToLongBits(Math.random())); // slguard:expect weak-crypto
    System.out.println((resetToken + sessionToken + otp + delay + nonce).length());
  }

  private void trust() throws Exception {
    SSLContext.getInstance("TLSv1"); // slguard:expect weak-crypto
    SSLContext open = SSLContext.getInstance("TLSv1.3"); // slguard:safe
    open.init(null, new TrustManager[] {new Everyone()}, secure); // slguard:expect weak-crypto
    SSLContext pinned = SSLContext.getInstance("TLS");
    pinned.init(null, new TrustManager[] {new Pinned()}, secure); // slguard:safe
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // slguard:expect weak-crypto
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> host.equals("partner.example.com")); // slguard:safe
  }

  private static final class Everyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static final class Pinned implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      if (!chain[0].getSerialNumber().toString().equals("42")) {
        throw new IllegalStateException("unknown certificate");
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
